import { FieldTable } from './field-table.ts';

/** What was seen of the values at one place, as bits; more bits never make a narrower type. */
export const seen = {
  boolean: 1,
  /** An integer literal. */
  whole: 2,
  /** Any other number. */
  fraction: 4,
  /** An integer beyond BIGINT. */
  wide: 8,
  /** A number that a double does not hold exactly. */
  inexact: 16,
  /** NaN, Infinity or -Infinity. */
  nonFinite: 32,
  date: 64,
  /** A timestamp without and with a distance from UTC. */
  naive: 128,
  instant: 256,
  /** Any other string. */
  text: 512,
  object: 1024,
  list: 2048,
  /** An object or list that would nest deeper than `maxDepth`. */
  deep: 4096,
  /** More distinct keys than a STRUCT may have fields: the object is used as a map. */
  map: 8192,
} as const;

const groups = [
  seen.boolean,
  seen.whole | seen.fraction | seen.nonFinite,
  seen.date | seen.naive | seen.instant | seen.text,
  seen.object,
  seen.list,
];

/** STRUCTs and LISTs nested in one column; the engine's Arrow reader takes 63. */
export const maxDepth = 60;

/** Fields of one nested STRUCT. */
export const maxFields = 1000;

/** Columns of one table. */
export const maxColumns = 10_000;

/** One node of the type lattice: everything known of the values at one place of all records. */
export class Shape {
  bits = 0;
  /** The most digits before and behind the point of any number here. */
  wholeDigits = 0;
  scale = 0;
  /** Set once values of different JSON types met here, or an object that cannot be a STRUCT: contents do not matter then. */
  opaque = false;
  readonly fields = new FieldTable();
  readonly children: Shape[] = [];
  readonly depth: number;
  readonly fieldLimit: number;
  private items: Shape | undefined;

  constructor(depth: number, fieldLimit = maxFields) {
    this.depth = depth;
    this.fieldLimit = fieldLimit;
  }

  has(bits: number): boolean {
    return (this.bits & bits) !== 0;
  }

  /** What the items of lists here have in common. */
  get item(): Shape {
    return (this.items ??= new Shape(this.depth + 1));
  }

  /** How many of JSON's types occurred here, null not counted. */
  get typeCount(): number {
    return groups.filter((group) => this.has(group)).length;
  }
}

/** What a shape was before the record under way. */
interface Memory {
  readonly bits: number;
  readonly wholeDigits: number;
  readonly scale: number;
  readonly fieldCount: number;
}

/** Changes shapes and can take back what one record changed, for records that turn out to be faulty. */
export class ShapeJournal {
  private readonly memories = new Map<Shape, Memory>();

  /** Makes the changes so far final. */
  commit(): void {
    if (this.memories.size > 0) this.memories.clear();
  }

  undo(): void {
    for (const [shape, memory] of this.memories) {
      shape.wholeDigits = memory.wholeDigits;
      shape.scale = memory.scale;
      if (shape.fields.count > memory.fieldCount) {
        shape.fields.truncate(memory.fieldCount);
        shape.children.length = memory.fieldCount;
      }
      setBits(shape, memory.bits);
    }
    this.memories.clear();
  }

  addBits(shape: Shape, bits: number): void {
    if ((shape.bits & bits) === bits) return;
    this.remember(shape);
    setBits(shape, shape.bits | bits);
  }

  addDigits(shape: Shape, wholeDigits: number, scale: number): void {
    if (wholeDigits <= shape.wholeDigits && scale <= shape.scale) return;
    this.remember(shape);
    shape.wholeDigits = Math.max(shape.wholeDigits, wholeDigits);
    shape.scale = Math.max(shape.scale, scale);
  }

  /** The index of a new field, or -1 when the object has too many. */
  addField(shape: Shape, name: string): number {
    if (shape.fields.count >= shape.fieldLimit) {
      this.addBits(shape, seen.map);
      return -1;
    }
    this.remember(shape);
    shape.children.push(new Shape(shape.depth + 1));
    return shape.fields.add(name);
  }

  private remember(shape: Shape): void {
    if (this.memories.has(shape)) return;
    const { bits, wholeDigits, scale, fields } = shape;
    this.memories.set(shape, { bits, wholeDigits, scale, fieldCount: fields.count });
  }
}

function setBits(shape: Shape, bits: number): void {
  shape.bits = bits;
  shape.opaque = (bits & (seen.deep | seen.map)) !== 0 || shape.typeCount > 1;
}
