--% Hashes, encryption and random values

--# md5: hexadecimal
--: Spark docs, md5
SELECT md5('Spark') AS a, md5('') AS b, md5(NULL) AS c;
--= ["a", "b", "c"]
--= ["8cde774d6f7333752ed72cacddb05126", "d41d8cd98f00b204e9800998ecf8427e", null]

--# sha1: and sha
--: Spark docs, sha, sha1
SELECT sha1('Spark') AS a, sha('Spark') AS b, sha1(NULL) AS c;
--= ["a", "b", "c"]
--= ["85f5955f4b27a9a4c2aab6ffe5d7189fc298b92c", "85f5955f4b27a9a4c2aab6ffe5d7189fc298b92c", null]

--# sha2: 256 bits, which 0 also means
--: Spark docs, sha2
SELECT sha2('Spark', 256) AS a, sha2('Spark', 0) AS b, sha2(NULL, 256) AS c;
--= ["a", "b", "c"]
--= ["529bc3b07127ecb7e53a4dcf1991d9152c24537d919178022b2c42657f79a26b", "529bc3b07127ecb7e53a4dcf1991d9152c24537d919178022b2c42657f79a26b", null]

--# sha2: 224, 384 and 512 bits
--: FIPS 180-4 test vectors for abc
SELECT sha2('abc', 224) AS a, sha2('abc', 384) AS b, sha2('abc', 512) AS c, sha2('abc', 1) AS d;
--= ["a", "b", "c", "d"]
--= ["23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7", "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7", "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f", null]

--# crc32: a number
--: Spark docs, crc32
SELECT crc32('Spark') AS a, crc32('') AS b, crc32('123456789') AS c, crc32(NULL) AS d;
--= ["a", "b", "c", "d"]
--= [1557323817, 0, 3421780262, null]

--# hash: Murmur3 of several values
--: Spark docs, hash
SELECT hash('Spark', array(123), 2) AS r;
--= ["r"]
--= [-1321691492]

--# hash: NULL leaves the seed
--: Spark source, Murmur3Hash (seed 42)
SELECT hash(NULL) AS r;
--= ["r"]
--= [42]

--# xxhash64: of several values
--: Spark docs, xxhash64
SELECT xxhash64('Spark', array(123), 2) AS r;
--= ["r"]
--= [5602566077635097486]

--# aes_encrypt: ECB is the same every time
--: Spark docs, aes_encrypt
SELECT base64(aes_encrypt('Spark SQL', '1234567890abcdef', 'ECB', 'PKCS')) AS r;
--= ["r"]
--= ["3lmwu+Mw0H3fi5NDvcu9lg=="]

--# aes_encrypt: GCM with a given start and further data
--: Spark docs, aes_encrypt
SELECT base64(aes_encrypt('Spark', 'abcdefghijklmnop12345678ABCDEFGH', 'GCM', 'DEFAULT', unhex('000000000000000000000000'), 'This is an AAD mixed into the input')) AS r;
--= ["r"]
--= ["AAAAAAAAAAAAAAAAQiYi+sTLm7KD9UcZ2nlRdYDe/PX4"]

--# aes_encrypt: CBC with a given start
--: Spark docs, aes_encrypt
SELECT base64(aes_encrypt('Spark', 'abcdefghijklmnop12345678ABCDEFGH', 'CBC', 'DEFAULT', unhex('00000000000000000000000000000000'))) AS r;
--= ["r"]
--= ["AAAAAAAAAAAAAAAAAAAAAPSd4mWyMZ5mhvjiAPQJnfg="]

--# aes_decrypt: GCM, with 128 and 192 bits
--: Spark docs, aes_decrypt
SELECT cast(aes_decrypt(unhex('83F16B2AA704794132802D248E6BFD4E380078182D1544813898AC97E709B28A94'), '0000111122223333') AS string) AS a, cast(aes_decrypt(unhex('6E7CA17BBB468D3084B5744BCA729FB7B2B7BCB8E4472847D02670489D95FA97DBBA7D3210'), '0000111122223333', 'GCM') AS string) AS b;
--= ["a", "b"]
--= ["Spark", "Spark SQL"]

--# aes_decrypt: ECB
--: Spark docs, aes_decrypt
SELECT cast(aes_decrypt(unbase64('3lmwu+Mw0H3fi5NDvcu9lg=='), '1234567890abcdef', 'ECB', 'PKCS') AS string) AS r;
--= ["r"]
--= ["Spark SQL"]

--# aes_encrypt: what was encrypted decrypts, with a new start every time
--: by hand
SELECT cast(aes_decrypt(unbase64(base64(aes_encrypt('ada@example.com', '1234567890abcdef'))), '1234567890abcdef') AS string) AS back, aes_encrypt('a', '1234567890abcdef') = aes_encrypt('a', '1234567890abcdef') AS same, length(aes_encrypt('abc', '1234567890abcdef')) AS bytes;
--= ["back", "same", "bytes"]
--= ["ada@example.com", false, 31]

--# try_aes_decrypt: NULL for a wrong key
--: Spark docs, try_aes_decrypt
SELECT try_aes_decrypt(unhex('6E7CA17BBB468D3084B5744BCA729FB7B2B7BCB8E4472847D02670489D95FA97DBBA7D3210'), '1111222233334444', 'GCM') AS r;
--= ["r"]
--= [null]

--# aes_encrypt: a key of another length is an error
--: Spark source, AesEncrypt
SELECT aes_encrypt('Spark', '12345');
--! - 16, 24 or 32

--# rand: from 0 to below 1, every row its own
--: by hand
SELECT min(r) >= 0 AS low, max(r) < 1 AS high, count(DISTINCT r) > 90 AS varied FROM (SELECT rand() AS r FROM (SELECT explode(sequence(1, 100))));
--= ["low", "high", "varied"]
--= [true, true, true]

--# rand: the numbers of a seed, as Spark draws them in one partition
--: Spark docs, rand, randn; Spark source, RandomSuite for 30 and the long seed
SELECT rand(0) AS a, rand(null) AS b, rand(30) AS c, rand(5419823303878592871L) AS d, randn(0) AS e, randn(30) AS f, randn(5419823303878592871L) AS g;
--= ["a", "b", "c", "d", "e", "f", "g"]
--= [0.7604953758285915, 0.7604953758285915, 0.2762195585886885, 0.7145363364564755, 1.6034991609278433, -1.0451987154313813, 0.7816815274533012]

--# rand: goes on from row to row, each call by itself
--: Spark docs of PySpark, rand(42) over range(2)
SELECT rand(42) AS a, rand(42) AS b, rand(42) + 1 AS c FROM VALUES (1), (2) AS t(x);
--= ["a", "b", "c"]
--= [0.619189370225301, 0.619189370225301, 1.619189370225301]
--= [0.5096018842446481, 0.5096018842446481, 1.5096018842446481]

--# rand: the same rows are drawn again in another query
--: by hand
SELECT (SELECT count(*) FROM (SELECT explode(sequence(1, 1000)) AS x) WHERE rand(7) < 0.5) = (SELECT count(*) FROM (SELECT explode(sequence(1, 1000)) AS x) WHERE rand(7) < 0.5) AS r;
--= ["r"]
--= [true]

--# rand: a seed that is no constant
--: Spark docs, rand: the seed is a literal
SELECT rand(x) AS r FROM VALUES (1) AS t(x);
--! 1:13 seed

--# randn: of both signs round 0
--: by hand
SELECT min(r) < 0 AS below, max(r) > 0 AS above, abs(avg(r)) < 0.5 AS centred FROM (SELECT randn() AS r FROM (SELECT explode(sequence(1, 1000))));
--= ["below", "above", "centred"]
--= [true, true, true]
