import type { Texts } from '../../i18n/zh';
import type { orderZh } from './zh';

export const orderEn: Texts<typeof orderZh> = {
  save: 'Save the service order (PDF)', saveSigned: 'Save the signed order (PDF)', saved: 'Saved: {{name}}', file: 'Service order {{number}}.pdf', keep: 'As long as the link is valid you can save the signed order here, with a proof of the signature.',
};
