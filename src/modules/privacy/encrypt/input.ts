import { z } from 'zod';
import { choiceField, columnsField, datasetField, outputField, secretField, textField } from '../../fields.ts';

/** The input of the module on encryption. */
export const encryptInput = z.object({
  dataset: datasetField({
    title: 'Dataset',
    description: 'The table or view whose columns are encrypted or decrypted.',
  }),
  columns: columnsField({
    of: 'dataset',
    types: ['text', 'number', 'time', 'boolean'],
    atLeast: 1,
    title: 'Columns',
    description: 'Columns to encrypt, or encrypted columns to read again.',
  }),
  direction: choiceField({
    title: 'Direction',
    description: 'Encrypt values, or decrypt what was encrypted.',
    choices: [
      { value: 'encrypt', label: 'Encrypt' },
      { value: 'decrypt', label: 'Decrypt' },
    ],
    initial: 'encrypt',
  }),
  key: secretField({
    title: 'Key',
    description: 'The name of a kept key of 16, 24 or 32 bytes: AES with 128, 192 or 256 bits.',
  }),
  keyFormat: choiceField({
    title: 'The key is written as',
    description: 'How its bytes are found.',
    choices: [
      { value: 'text', label: 'Text, as Spark reads it' },
      { value: 'hex', label: 'Hexadecimal digits' },
      { value: 'base64', label: 'Base64' },
    ],
    initial: 'text',
  }),
  mode: choiceField({
    title: 'Mode',
    description: 'GCM notices any change; CBC does not; ECB shows which values are equal.',
    choices: [
      { value: 'GCM', label: 'GCM' },
      { value: 'CBC', label: 'CBC' },
      { value: 'ECB', label: 'ECB' },
    ],
    initial: 'GCM',
  }),
  encoding: choiceField({
    title: 'Encrypted values as',
    description: 'How encrypted bytes are written in a text column.',
    choices: [
      { value: 'base64', label: 'Base64' },
      { value: 'hex', label: 'Hexadecimal digits' },
    ],
    initial: 'base64',
  }),
  aad: textField({
    title: 'Bound to',
    description: 'With GCM: a text that must be the same when decrypting, such as the name of the dataset.',
    initial: '',
  }),
  saveAs: outputField({
    title: 'Keep as dataset',
    description: 'A name under which the rows are kept with these columns changed; empty keeps nothing.',
  }),
});

export type EncryptInput = z.output<typeof encryptInput>;
