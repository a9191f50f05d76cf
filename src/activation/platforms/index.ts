import { adobeExport } from './adobe-export.ts';
import { crmFile } from './crm-file.ts';
import { googleCustomerMatch } from './google-customer-match.ts';
import { hashedEmail } from './hashed-email.ts';
import { linkedinContactList } from './linkedin-contact-list.ts';
import { metaCustomAudiences } from './meta-custom-audiences.ts';
import { pinterestCustomerList } from './pinterest-customer-list.ts';
import type { Platform } from './platform.ts';
import { snapchatCustomerList } from './snapchat-customer-list.ts';
import { tiktokCustomerFile } from './tiktok-customer-file.ts';

/** All presets, the plain one first. */
export const platforms: readonly Platform[] = [
  crmFile,
  googleCustomerMatch,
  metaCustomAudiences,
  tiktokCustomerFile,
  linkedinContactList,
  pinterestCustomerList,
  snapchatCustomerList,
  hashedEmail,
  adobeExport,
];

/** A preset by its id; the plain one for an id that is not known, such as that of a newer version. */
export function platformById(id: string): Platform {
  return platforms.find((platform) => platform.id === id) ?? crmFile;
}
