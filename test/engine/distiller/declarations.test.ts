import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DistillerFixture, openDistillerFixture } from './distiller-fixture.ts';

let fixture: DistillerFixture;
beforeAll(async () => {
  fixture = await openDistillerFixture();
  await fixture.run(`CREATE TABLE people AS SELECT 'a@x.com' AS email, 1 AS id, struct(struct('c1' AS crm) AS ids) AS _tenant;
CREATE TABLE orders AS SELECT 10 AS order_id, 1 AS person, 2.5D AS total;
CREATE DATABASE sales;
CREATE SCHEMA sales.model`);
});
afterAll(() => fixture.close());

const rows = (script: string) => fixture.rows(script);

describe('ADD COLUMN', () => {
  test('adds several, all or none', async () => {
    const history = () => fixture.database.workspace.history('orders').then((snapshots) => snapshots.length);
    const { words } = await fixture.run(
      "ALTER TABLE orders ADD COLUMN qty bigint COMMENT 'pieces', note varchar(20), price double precision, day date, at datetime",
    );
    expect(words).toBe('“orders” has 5 columns more.');
    expect(await rows('DESCRIBE orders')).toEqual([
      '["order_id","int",null]',
      '["person","int",null]',
      '["total","double",null]',
      '["qty","bigint","pieces"]',
      '["note","string",null]',
      '["price","double",null]',
      '["day","date",null]',
      '["at","timestamp",null]',
    ]);
    const before = await history();
    expect(await fixture.failure('ALTER TABLE orders ADD COLUMN fresh int, QTY int')).toMatchObject({
      message: '“orders” has a column “QTY” already.',
      at: 'QTY',
    });
    expect(await fixture.failure('ALTER TABLE orders ADD COLUMN fresh int, other int NOT NULL')).toMatchObject({
      at: 'other int NOT NULL',
    });
    expect(await history()).toBe(before);
    expect(await rows('SELECT count(*) FROM orders SNAPSHOT AS OF TAIL')).toEqual(['[1]']);
  });

  test('of a view or a missing table is refused at its place', async () => {
    await fixture.run('CREATE VIEW seen AS SELECT * FROM orders');
    expect((await fixture.failure('ALTER VIEW seen ADD COLUMN a int')).message).toContain('A view can be renamed');
    expect(await fixture.failure('ALTER TABLE nowhere ADD COLUMN a int')).toMatchObject({ at: 'nowhere' });
  });
});

describe('keys and identities', () => {
  test('are declared, listed and not enforced', async () => {
    await fixture.run(`ALTER TABLE people ADD CONSTRAINT PRIMARY KEY (id, _tenant.ids.crm) NAMESPACE 'CRM ID' NOT ENFORCED;
ALTER TABLE people ADD CONSTRAINT PRIMARY IDENTITY (email) NAMESPACE 'Email';
ALTER TABLE people ADD CONSTRAINT IDENTITY (_tenant.ids.crm) NAMESPACE CRMID;
ALTER TABLE orders ADD PRIMARY KEY (order_id);
ALTER TABLE orders ADD CONSTRAINT buyer FOREIGN KEY (person) REFERENCES people (id) NOT ENFORCED`);
    expect(await fixture.run('SHOW PRIMARY KEYS')).toMatchObject({
      columns: ['tableName', 'columnName', 'datatype', 'namespace'],
      rows: [
        '["people","id","int","CRMID"]',
        '["people","_tenant.ids.crm","string","CRMID"]',
        '["people","email","string","Email"]',
        '["orders","order_id","int",null]',
      ],
    });
    expect(await fixture.run('SHOW FOREIGN KEYS')).toMatchObject({
      columns: ['tableName', 'columnName', 'datatype', 'referencedTableName', 'referencedColumnName', 'namespace'],
      rows: ['["orders","person","int","people","id","CRMID"]'],
    });
    await fixture.run("INSERT INTO people SELECT 'a@x.com', 1, struct(struct('c1' AS crm) AS ids)");
    expect(await rows('SELECT count(*) FROM people')).toEqual(['[2]']);
  });

  test.each([
    [
      'ALTER TABLE people ADD PRIMARY KEY (id)',
      '“people” has the primary key (id, _tenant.ids.crm) already.',
      undefined,
    ],
    ['ALTER TABLE orders ADD FOREIGN KEY (persn) REFERENCES people (id)', '“orders” has no column “persn”.', 'persn'],
    [
      'ALTER TABLE orders ADD FOREIGN KEY (qty) REFERENCES persons (id)',
      'The project has no table “persons”.',
      'persons',
    ],
    ['ALTER TABLE orders ADD FOREIGN KEY (qty) REFERENCES people (key)', '“people” has no column “key”.', 'key'],
    [
      'ALTER TABLE orders ADD FOREIGN KEY (qty, total) REFERENCES people (id)',
      'The key has 2 columns and refers to 1 of “people”.',
      undefined,
    ],
    [
      "ALTER TABLE people ADD CONSTRAINT IDENTITY (_tenant.ids.cmr) NAMESPACE 'Email'",
      '“_tenant.ids” of “people” has no field “cmr”.',
      'cmr',
    ],
    ["ALTER TABLE orders ADD CONSTRAINT IDENTITY (note) NAMESPACE 'Shoe'", 'There is no namespace “Shoe”.', undefined],
    ['ALTER TABLE orders ADD CONSTRAINT IDENTITY (note)', 'An identity needs a namespace.', 'note'],
    [
      "ALTER TABLE people ADD CONSTRAINT PRIMARY IDENTITY (id) NAMESPACE 'Email'",
      '“people” has the primary identity “email” already.',
      undefined,
    ],
    ['ALTER TABLE orders DROP CONSTRAINT seller', '“orders” has no such constraint.', 'seller'],
  ])('%s is refused', async (statement, message, at) => {
    expect(await fixture.failure(statement)).toMatchObject({ message, at: at ?? statement });
  });

  test('follow a renamed table, end with a dropped one and come back with it', async () => {
    await fixture.run('ALTER TABLE people RENAME TO customers');
    expect(await rows('SHOW FOREIGN KEYS')).toEqual(['["orders","person","int","customers","id","CRMID"]']);
    await fixture.run('DROP TABLE customers; CREATE TABLE customers AS SELECT 1 AS id');
    expect(await rows('SHOW FOREIGN KEYS')).toEqual([]);
    expect(await rows('SHOW PRIMARY KEYS')).toEqual(['["orders","order_id","int",null]']);
    const [dropped] = fixture.database.workspace.dropped;
    if (dropped === undefined) throw new Error('The dropped table cannot be brought back.');
    await fixture.database.workspace.undrop(dropped, 'people');
    expect(await rows('SHOW FOREIGN KEYS')).toEqual(['["orders","person","int","people","id","CRMID"]']);
  });

  test('are taken back by name or by what they are', async () => {
    await fixture.run('ALTER TABLE orders DROP CONSTRAINT BUYER');
    expect(await rows('SHOW FOREIGN KEYS')).toEqual([]);
    await fixture.run(`ALTER TABLE people DROP CONSTRAINT PRIMARY KEY (id, _tenant.ids.crm);
ALTER TABLE people DROP CONSTRAINT PRIMARY IDENTITY (email)`);
    expect(await rows('SHOW PRIMARY KEYS')).toEqual(['["orders","order_id","int",null]']);
  });

  test('show in SHOW CREATE TABLE', async () => {
    await fixture.run(
      "CREATE TABLE labelled (id string PRIMARY IDENTITY NAMESPACE 'Email', n int) WITH (LABEL = 'PROFILE')",
    );
    expect(await rows('SHOW CREATE TABLE labelled')).toEqual([
      JSON.stringify([
        "CREATE TABLE labelled (\n  id STRING PRIMARY IDENTITY NAMESPACE 'Email',\n  n INT\n)\nWITH (LABEL = 'PROFILE')",
      ]),
    ]);
  });
});

describe('schemas of tables', () => {
  test('ADD SCHEMA makes a table known there too, for reading and writing', async () => {
    const { notices } = await fixture.run('ALTER TABLE orders ADD SCHEMA sales.model');
    expect(notices).toEqual([
      '“orders” stays where it is and keeps its history; Data Distiller SQL finds it as sales.model.orders as well.',
    ]);
    await fixture.run('INSERT INTO sales.model.orders (order_id, person) SELECT 11, 2');
    expect(await rows('SELECT o.order_id FROM sales.model.orders o JOIN orders p USING (order_id) ORDER BY 1')).toEqual(
      ['[10]', '[11]'],
    );
    expect(await fixture.run('SHOW DATAGROUPS')).toMatchObject({
      columns: ['Database', 'Schema', 'GroupType', 'ChildType', 'ChildName', 'PhysicalParent', 'ChildId'],
      rows: [expect.stringMatching(/^\["sales","model","ADLS","Data Lake Table","orders",false,"\d+"\]$/)],
    });
    expect(await rows("SHOW DATAGROUPS FOR 'people'")).toEqual([]);
    expect(await rows("SHOW DATAGROUPS FOR 'orders'")).toHaveLength(1);
  });

  test('SET SCHEMA takes the others away, REMOVE SCHEMA the one named', async () => {
    await fixture.run('ALTER TABLE orders SET SCHEMA sales');
    expect(await fixture.failure('SELECT * FROM sales.model.orders')).toMatchObject({ at: 'sales.model.orders' });
    expect(await rows('SELECT count(*) FROM sales.orders')).toEqual(['[2]']);
    expect(await fixture.failure('ALTER TABLE orders REMOVE SCHEMA sales.model')).toMatchObject({ at: 'sales.model' });
    await fixture.run('ALTER TABLE orders REMOVE SCHEMA sales');
    expect(await rows('SHOW DATAGROUPS')).toEqual([]);
    expect(await fixture.failure('ALTER TABLE orders ADD SCHEMA sales.nothing')).toMatchObject({
      message: 'There is no schema “sales.nothing”.',
      at: 'sales.nothing',
    });
  });

  test('a name that is taken there is refused', async () => {
    await fixture.run('CREATE TABLE sales.model.orders AS SELECT 1 AS a');
    expect(await fixture.failure('ALTER TABLE orders ADD SCHEMA sales.model')).toMatchObject({
      message: '“sales.model” has a “orders” already.',
    });
  });
});
