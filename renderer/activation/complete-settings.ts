import {
  type SendSettings,
  type SendSettingsInput,
  sendSettingsSchema,
} from '../../src/activation/prepare/send-settings.ts';

const blank = sendSettingsSchema.parse({ title: '-', dataset: '-', fields: [{ path: '', header: '-' }] });
const [blankField] = blank.fields;

/** Settings for a form: complete, though not yet valid. */
export function completeSettings(given: Partial<SendSettingsInput>): SendSettings {
  const fields = (given.fields ?? []).map((field) => ({ ...blankField, ...field }));
  const complete = { ...blank, title: '', dataset: '', ...given, fields, file: { ...blank.file, ...given.file } };
  return complete as SendSettings; // what the schema would still reject, the form shows at its field
}
