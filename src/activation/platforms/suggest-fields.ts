import type { CatalogColumn } from '../../modules/catalog-view.ts';
import type { SendSettingsInput } from '../prepare/send-settings.ts';
import type { Platform } from './platform.ts';

/**
 * A first mapping: of a platform with fixed headers those whose columns are recognised by name and that are of use together; of any other all columns as
 * they are, recognised ones treated.
 */
export function suggestFields(platform: Platform, columns: readonly CatalogColumn[]): SendSettingsInput['fields'] {
  if (platform.anyHeader && platform.keys.length === 0) {
    return columns.map(({ name }) => {
      const known = platform.columns.find(({ looksLike }) => looksLike.test(name));
      return { path: name, header: name, ...(known !== undefined && { normalise: known.normalise, hash: known.hash }) };
    });
  }
  const found = platform.columns.flatMap(({ header, looksLike, normalise, hash }) => {
    const column = columns.find(({ name }) => looksLike.test(name));
    return column === undefined ? [] : [{ path: column.name, header, normalise, hash }];
  });
  const useless = uselessHeaders(
    platform.keys,
    found.map(({ header }) => header),
  );
  return found.filter(({ header }) => !useless.includes(header));
}

/** Headers that match nobody by themselves, where another header of each key they belong to is not mapped. */
export function uselessHeaders(keys: Platform['keys'], mapped: readonly string[]): readonly string[] {
  const isComplete = (headers: readonly string[]) => headers.every((header) => mapped.includes(header));
  return mapped.filter((header) => {
    const own = keys.filter(({ headers }) => headers.includes(header));
    return own.length > 0 && !own.some(({ headers }) => isComplete(headers));
  });
}
