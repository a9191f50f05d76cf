import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { formFields } from '../../src/modules/form.ts';
import { moduleById, modules } from '../../src/modules/index.ts';

test('ids are unique, and say group, verb and noun', () => {
  const ids = modules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*$/);
});

test('a module that does not exist is named, with those that do', () => {
  expect(() => moduleById('explore.nothing')).toThrow('There is no module "explore.nothing".');
});

describe.each(modules.map((module) => [module.id, module] as const))('%s', (_id, module) => {
  test('every field says what it is for', () => {
    for (const { title, description } of formFields(module.input)) {
      expect(title).toMatch(/^\p{Lu}/u);
      expect(description).toMatch(/\.$/);
    }
  });

  test('its schema can be told as JSON', () => {
    expect(z.toJSONSchema(module.input, { io: 'input' })).toMatchObject({ type: 'object' });
  });

  test('title and summary read as such', () => {
    expect(module.title).not.toMatch(/\.$/);
    expect(module.summary).toMatch(/\.$/);
  });

  test('an empty catalog gives no suggestion that is not there', () => {
    const suggested = module.suggest?.({ datasets: [] }) ?? {};
    for (const { name, control } of formFields(module.input)) {
      if (control.kind === 'dataset' || control.kind === 'column') {
        expect((suggested as Record<string, unknown>)[name] ?? '').toBe('');
      }
    }
  });
});
