/** The name of the worker whose engine leaves nothing in its files of what its memory held before. */
export const forgetfulWorker = 'forgetful engine';
