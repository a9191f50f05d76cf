--% DDA 200 and 300: audiences and their overlaps

--# segmentMembership: members of each audience
--: sample-data/README.md, profilesBySegment
--@ sample profile_attribute_2026_05_31
CREATE TABLE memberships AS SELECT _id, map('ups', map('seg_gold', segmentMembership.ups.seg_gold.status, 'seg_consent', segmentMembership.ups.seg_consent.status, 'seg_recent', segmentMembership.ups.seg_recent.status, 'seg_spender', segmentMembership.ups.seg_spender.status, 'seg_browser', segmentMembership.ups.seg_browser.status)) AS segmentMembership FROM profile_attribute_2026_05_31;
SELECT segment, count(*) AS members FROM (SELECT _id, explode(segmentMembership) AS (ns, segments) FROM memberships) LATERAL VIEW explode(segments) s AS segment, status WHERE status = 'realized' GROUP BY segment ORDER BY segment;
--= ["segment", "members"]
--= ["seg_browser", 1407]
--= ["seg_consent", 1384]
--= ["seg_gold", 350]
--= ["seg_recent", 1066]
--= ["seg_spender", 200]

--# array_contains: profiles in two and in three audiences
--: sample-data/README.md, goldAndConsenting and inAllThreeOfGoldConsentingRecent
--@ sample profile_attribute_2026_05_31
WITH realized AS (SELECT _id, stack(3, 'gold', segmentMembership.ups.seg_gold.status, 'consent', segmentMembership.ups.seg_consent.status, 'recent', segmentMembership.ups.seg_recent.status) AS (segment, status) FROM profile_attribute_2026_05_31),
sets AS (SELECT _id, collect_set(segment) AS segments FROM realized WHERE status = 'realized' GROUP BY _id)
SELECT count_if(array_contains(segments, 'gold') AND array_contains(segments, 'consent')) AS two, count_if(size(segments) = 3) AS three FROM sets;
--= ["two", "three"]
--= [244, 124]

--# JOIN: destinations of audiences
--: sample-data/README.md, pairs
--@ sample br_segment_destination
--@ sample dim_destination
--@ sample profile_segment_definition
SELECT count(*) AS pairs FROM br_segment_destination b JOIN dim_destination d ON b.destination_id = d.destination_id JOIN profile_segment_definition s USING (segment_id);
--= ["pairs"]
--= [6]

--# CREATE AUDIENCE: an audience of gold members
--: Data Distiller docs; sample-data/README.md, profilesBySegment
--@ sample profile_attribute_2026_05_31
CREATE AUDIENCE gold_members WITH (primary_identity='email', identity_namespace='Email') AS (SELECT personalEmail.address AS email, loyalty.tier AS tier FROM profile_attribute_2026_05_31 WHERE segmentMembership.ups.seg_gold.status = 'realized');
SELECT count(*) AS members, count(DISTINCT tier) > 0 AS tiers FROM gold_members;
--= ["members", "tiers"]
--= [350, true]
