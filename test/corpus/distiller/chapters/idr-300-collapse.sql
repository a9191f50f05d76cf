--% IDR 300: profile collapse

--# HAVING: browsers that too many people share
--: sample-data/README.md, peopleAtTheKiosk
--@ sample identity_events
SELECT ECID, count(DISTINCT CRM_ID) AS people FROM identity_events GROUP BY ECID HAVING people > 10;
--= ["ECID", "people"]
--= [39990000000000000001, 45]

--# count: fillers in place of addresses and numbers
--: sample-data/README.md, peopleWithTestEmail and peopleWithPhoneOfZeros
--@ sample identity_events
SELECT count(DISTINCT if(email = 'test@example.com', CRM_ID, NULL)) AS test_emails, count(DISTINCT if(phone RLIKE '^0+(-0+)*$', CRM_ID, NULL)) AS zero_phones FROM identity_events;
--= ["test_emails", "zero_phones"]
--= [25, 30]

--# count: browsers shared by households
--: sample-data/README.md, householdsSharingABrowser
--@ sample identity_events
SELECT count(*) AS households FROM (SELECT ECID FROM identity_events WHERE CRM_ID IS NOT NULL AND cast(ECID AS string) <> '39990000000000000001' GROUP BY ECID HAVING count(DISTINCT CRM_ID) > 1);
--= ["households"]
--= [12]

--# row_number: the last person at each browser
--: by hand: every browser that was signed in has one
--@ sample identity_events
SELECT count(*) = (SELECT count(DISTINCT ECID) FROM identity_events WHERE CRM_ID IS NOT NULL) AS one_each FROM (SELECT ECID, CRM_ID, row_number() OVER (PARTITION BY ECID ORDER BY event_time DESC) AS n FROM identity_events WHERE CRM_ID IS NOT NULL) WHERE n = 1;
--= ["one_each"]
--= [true]
