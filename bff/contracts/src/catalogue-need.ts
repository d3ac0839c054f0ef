import * as needs from './needs'

/** What can be asked about 找人帮: a part of the catalogue. */
export const needCatalogue = {
  requestNeed: needs.requestNeed,
  fileNeed: needs.fileNeed,
  readNeed: needs.readNeed,
  arrangeNeed: needs.arrangeNeed,
  rearrangeNeed: needs.rearrangeNeed,
  reopenNeed: needs.reopenNeed,
  refuseNeed: needs.refuseNeed,
  cancelNeed: needs.cancelNeed,
  needMet: needs.needMet,
  needUnmet: needs.needUnmet,
  toldMet: needs.toldMet,
  toldUnmet: needs.toldUnmet,
  needUnreached: needs.needUnreached,
} as const
