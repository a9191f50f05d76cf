--% ETL 400: changes of attributes

--# FULL OUTER JOIN: profiles that are new and gone
--: sample-data/README.md, newSinceYesterday and goneSinceYesterday
--@ sample profile_attribute_2026_05_30
--@ sample profile_attribute_2026_05_31
SELECT count_if(old._id IS NULL) AS added, count_if(new._id IS NULL) AS deleted FROM profile_attribute_2026_05_30 old FULL OUTER JOIN profile_attribute_2026_05_31 new ON old._id = new._id;
--= ["added", "deleted"]
--= [30, 15]

--# stack: one row for each attribute that changed
--: sample-data/README.md, changedSinceYesterday
--@ sample profile_attribute_2026_05_30
--@ sample profile_attribute_2026_05_31
WITH pairs AS (
  SELECT new._id, stack(4,
    'city', old.homeAddress.city, new.homeAddress.city,
    'email', old.personalEmail.address, new.personalEmail.address,
    'tier', old.loyalty.tier, new.loyalty.tier,
    'consent', old.consents.marketing.email.val, new.consents.marketing.email.val) AS (attribute, old_value, new_value)
  FROM profile_attribute_2026_05_30 old JOIN profile_attribute_2026_05_31 new ON old._id = new._id
)
SELECT attribute, count(*) AS changed FROM pairs WHERE old_value IS DISTINCT FROM new_value GROUP BY attribute ORDER BY changed;
--= ["attribute", "changed"]
--= ["email", 25]
--= ["consent", 35]
--= ["city", 40]
--= ["tier", 60]

--# hash: a gate before columns are compared
--: sample-data/README.md: 160 profiles changed one attribute each
--@ sample profile_attribute_2026_05_30
--@ sample profile_attribute_2026_05_31
SELECT count(*) AS changed FROM profile_attribute_2026_05_30 old JOIN profile_attribute_2026_05_31 new ON old._id = new._id WHERE hash(struct(old.homeAddress.city, old.personalEmail.address, old.loyalty.tier, old.consents.marketing.email.val)) <> hash(struct(new.homeAddress.city, new.personalEmail.address, new.loyalty.tier, new.consents.marketing.email.val));
--= ["changed"]
--= [160]
