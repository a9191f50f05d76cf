--% XML and addresses

--# xpath: texts of nodes
--: Spark docs, xpath
SELECT xpath('<a><b>b1</b><b>b2</b><b>b3</b><c>c1</c><c>c2</c></a>', 'a/b/text()') AS a, xpath('<a></a>', 'a/b/text()') AS b, xpath(NULL, 'a') AS c;
--= ["a", "b", "c"]
--= [["b1", "b2", "b3"], [], null]

--# xpath_boolean: whether a node is there
--: Spark docs, xpath_boolean
SELECT xpath_boolean('<a><b>1</b></a>', 'a/b') AS a, xpath_boolean('<a><b>1</b></a>', 'a/c') AS b;
--= ["a", "b"]
--= [true, false]

--# xpath_double: and xpath_number
--: Spark docs, xpath_double, xpath_number
SELECT xpath_double('<a><b>1</b><b>2</b></a>', 'sum(a/b)') AS a, xpath_number('<a><b>1</b><b>2</b></a>', 'sum(a/b)') AS b, xpath_double('<a><b>x</b></a>', 'a/b') AS c;
--= ["a", "b", "c"]
--= [3, 3, "NaN"]

--# xpath_int: xpath_long, xpath_short and xpath_float
--: Spark docs, xpath_int, xpath_long, xpath_short, xpath_float
SELECT xpath_int('<a><b>1</b><b>2</b></a>', 'sum(a/b)') AS a, xpath_long('<a><b>1</b><b>2</b></a>', 'sum(a/b)') AS b, xpath_short('<a><b>1</b><b>2</b></a>', 'sum(a/b)') AS c, xpath_float('<a><b>1</b><b>2</b></a>', 'sum(a/b)') AS d;
--= ["a", "b", "c", "d"]
--= [3, 3, 3, 3]

--# xpath_string: the first text
--: Spark docs, xpath_string
SELECT xpath_string('<a><b>b</b><c>cc</c></a>', 'a/c') AS a, xpath_string('<a><b n="1">x</b><b n="2">y</b></a>', 'a/b[@n="2"]') AS b;
--= ["a", "b"]
--= ["cc", "y"]

--# parse_url: parts of an address
--: Spark docs, parse_url
SELECT parse_url('http://spark.apache.org/path?query=1', 'HOST') AS a, parse_url('http://spark.apache.org/path?query=1', 'QUERY') AS b, parse_url('http://spark.apache.org/path?query=1', 'QUERY', 'query') AS c, parse_url('http://spark.apache.org/path?query=1', 'PATH') AS d;
--= ["a", "b", "c", "d"]
--= ["spark.apache.org", "query=1", "1", "/path"]

--# parse_url: protocol, reference, authority, file, user
--: java.net.URI
SELECT parse_url('https://ada@shop.example:8080/a/b?x=1#top', 'PROTOCOL') AS a, parse_url('https://ada@shop.example:8080/a/b?x=1#top', 'REF') AS b, parse_url('https://ada@shop.example:8080/a/b?x=1#top', 'AUTHORITY') AS c, parse_url('https://ada@shop.example:8080/a/b?x=1#top', 'FILE') AS d, parse_url('https://ada@shop.example:8080/a/b?x=1#top', 'USERINFO') AS e, parse_url('https://shop.example/', 'QUERY') AS f;
--= ["a", "b", "c", "d", "e", "f"]
--= ["https", "top", "ada@shop.example:8080", "/a/b?x=1", "ada", null]

--# url_encode: and url_decode
--: Spark docs, url_encode, url_decode
SELECT url_encode('https://spark.apache.org') AS a, url_decode('https%3A%2F%2Fspark.apache.org') AS b;
--= ["a", "b"]
--= ["https%3A%2F%2Fspark.apache.org", "https://spark.apache.org"]
