--% IDR 200: identities of profiles

--# explode: a lookup of profiles, namespaces and identities
--: Data Distiller guide, IDR 200; sample-data/README.md, profiles and browserIdentities
--@ sample profile_attribute_2026_05_31
CREATE TABLE profile_identities AS SELECT _id, map('crmid', identityMap.crmid.id, 'email', identityMap.email.id, 'ecid', coalesce(identityMap.ecid.id, array())) AS identityMap FROM profile_attribute_2026_05_31;
CREATE TABLE identity_lookup AS SELECT pid, ns, id FROM (SELECT _id pid, explode(identityMap) AS (ns, ids) FROM profile_identities) LATERAL VIEW explode(ids) t AS id;
SELECT ns, count(DISTINCT pid) AS profiles, count(*) AS identities FROM identity_lookup GROUP BY ns ORDER BY ns;
--= ["ns", "profiles", "identities"]
--= ["crmid", 1985, 1985]
--= ["ecid", 1407, 1739]
--= ["email", 1985, 1985]

--# explode: namespaces of a map that stands without a name
--: Data Distiller docs
--@ sample profile_attribute_2026_05_31
SELECT key namespace, count(1) count_of_profiles FROM (SELECT explode(m) FROM (SELECT map('crmid', identityMap.crmid, 'email', identityMap.email) AS m FROM profile_attribute_2026_05_31)) GROUP BY namespace ORDER BY namespace;
--= ["namespace", "count_of_profiles"]
--= ["crmid", 1985]
--= ["email", 1985]
