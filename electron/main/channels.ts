/** The names of the channels between window and main process; the preload script is their only other user. */
export const hostChannel = 'stillhouse:host';
export const eventChannel = 'stillhouse:event';
export const closeReadyChannel = 'stillhouse:ready-to-close';
