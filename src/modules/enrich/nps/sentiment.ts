import { joinSql, literal, type Sql, sql } from '../../../core/sql.ts';

/** Words of praise and of complaint, as they stand in answers to surveys. */
const praise =
  'amazing awesome beautiful best brilliant calm cheap clear comfortable convenient easy efficient enjoy enjoyed excellent fair fantastic fast fine friendly glad good great happy helpful impressed kind like liked love loved lovely nice perfect pleasant pleased polite prompt quick quickly recommend reliable satisfied smooth sturdy super thank thanks top useful warm well wonderful';
const complaint =
  'annoyed annoying awful bad broke broken complicated confusing damaged delay delayed difficult dirty disappointed disappointing error expensive fail failed faulty hate hated horrible late lost mess missing nobody overpriced poor problem problems refund return returned rude slow sorry terrible torn ugly unfriendly unhappy unhelpful unreliable useless waste worse worst wrong';
const negations = 'not no never hardly without';

/**
 * Words of praise less words of complaint in a text; a word after a negation counts the other way round. A small list of
 * English words, not a model: good for sorting comments, not for judging one.
 */
export function sentimentSql(words: Sql): Sql {
  const list = (text: string) => sql`[${joinSql(text.split(' ').map(literal), ', ')}]`;
  return sql`list_sum(list_transform(${words}, lambda word, position:
    CASE
      WHEN list_contains(${list(praise)}, word) THEN 1
      WHEN list_contains(${list(complaint)}, word) THEN -1
      ELSE 0
    END
    * CASE WHEN position > 1 AND list_contains(${list(negations)}, ${words}[position - 1]) THEN -1 ELSE 1 END
  ))`;
}
