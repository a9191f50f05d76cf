import { describe, expect, test } from 'vitest';
import { due, scheduleSchema } from '../../../../src/activation/prepare/schedule.ts';

const daily = scheduleSchema.parse({ every: { unit: 'day', at: '06:30' }, startsAt: '2026-03-01T10:00:00Z' });
const at = (text: string) => new Date(`${text}:00Z`);

describe('a schedule', () => {
  test('waits for its first slot, which is not before its start', () => {
    expect(due(daily, undefined, at('2026-03-02T06:29'))).toEqual({
      run: false,
      slot: undefined,
      missed: 0,
      next: at('2026-03-02T06:30'),
    });
    expect(due(daily, undefined, at('2026-03-02T06:30'))).toEqual({
      run: true,
      slot: at('2026-03-02T06:30'),
      missed: 0,
      next: at('2026-03-03T06:30'),
    });
  });

  test('runs once a slot, and once for all slots missed', () => {
    expect(due(daily, at('2026-03-02T06:31'), at('2026-03-02T23:00')).run).toBe(false);
    expect(due(daily, at('2026-03-02T06:31'), at('2026-03-05T09:00'))).toEqual({
      run: true,
      slot: at('2026-03-05T06:30'),
      missed: 2,
      next: at('2026-03-06T06:30'),
    });
  });

  test('leaves missed slots out where it is told to', () => {
    const strict = { ...daily, missed: 'skip' as const };
    expect(due(strict, at('2026-03-02T06:31'), at('2026-03-05T09:00'))).toMatchObject({ run: false, missed: 3 });
    expect(due(strict, at('2026-03-02T06:31'), at('2026-03-05T06:40'))).toMatchObject({ run: true, missed: 2 });
  });

  test('ends', () => {
    const ending = { ...daily, endsAt: '2026-03-03T06:30:00Z' };
    expect(due(ending, at('2026-03-02T06:31'), at('2026-04-01T00:00'))).toMatchObject({
      run: true,
      slot: at('2026-03-03T06:30'),
      next: undefined,
    });
    expect(due(ending, at('2026-03-03T07:00'), at('2026-04-01T00:00')).run).toBe(false);
  });

  test('knows hours and weekdays', () => {
    const hours = scheduleSchema.parse({ every: { unit: 'hours', hours: 6 }, startsAt: '2026-03-01T01:00:00Z' });
    expect(due(hours, at('2026-03-01T07:10'), at('2026-03-01T13:00'))).toMatchObject({
      run: true,
      slot: at('2026-03-01T13:00'),
      missed: 0,
    });
    const mondays = scheduleSchema.parse({
      every: { unit: 'week', weekday: 1, at: '00:00' },
      startsAt: '2026-03-04T00:00:00Z',
    });
    expect(due(mondays, undefined, at('2026-03-08T12:00')).next).toEqual(at('2026-03-09T00:00'));
    expect(due(mondays, undefined, at('2026-03-10T12:00'))).toMatchObject({ run: true, slot: at('2026-03-09T00:00') });
    expect(
      scheduleSchema.safeParse({ every: { unit: 'day', at: '24:00' }, startsAt: '2026-03-01T10:00:00Z' }).success,
    ).toBe(false);
  });
});
