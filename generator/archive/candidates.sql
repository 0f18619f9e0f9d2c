-- Which articles share wording: one text, run unchanged by DuckDB and by Spark.
--
-- Reads  shingles(period, shingle, number): each distinct run of words of each article, in each period the article
--        belongs to; numbers follow the articles' order in time.
-- Gives  (period, one, other, shared): pairs of articles, one before other, and how many runs both carry.
--
-- A run in up to {common} articles of a period pairs them all. One in up to {wide} pairs each article with the next two
-- only, which keeps the work linear and still holds together what was printed everywhere. One in more is boilerplate.
WITH counted AS (
  SELECT period, shingle, COUNT(*) AS articles
  FROM shingles
  GROUP BY period, shingle
  HAVING COUNT(*) BETWEEN 2 AND {wide}
), carried AS (
  SELECT s.period, s.shingle, s.number
  FROM shingles s JOIN counted c ON s.period = c.period AND s.shingle = c.shingle
  WHERE c.articles <= {common}
), ranked AS (
  SELECT s.period, s.shingle, s.number,
    ROW_NUMBER() OVER (PARTITION BY s.period, s.shingle ORDER BY s.number) AS place
  FROM shingles s JOIN counted c ON s.period = c.period AND s.shingle = c.shingle
  WHERE c.articles > {common}
), met AS (
  SELECT a.period, a.number AS one, b.number AS other
  FROM carried a JOIN carried b ON a.period = b.period AND a.shingle = b.shingle AND a.number < b.number
  UNION ALL
  SELECT a.period, a.number AS one, b.number AS other
  FROM ranked a JOIN ranked b ON a.period = b.period AND a.shingle = b.shingle AND a.place + 1 = b.place
  UNION ALL
  SELECT a.period, a.number AS one, b.number AS other
  FROM ranked a JOIN ranked b ON a.period = b.period AND a.shingle = b.shingle AND a.place + 2 = b.place
)
SELECT period, one, other, COUNT(*) AS shared
FROM met
GROUP BY period, one, other
HAVING COUNT(*) >= {least}
