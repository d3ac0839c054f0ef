import * as records from './service-records'

/** What can be asked about hours and records of service: a part of the catalogue. */
export const serviceRecordCatalogue = {
  listMyHours: records.listMyHours,
  issueServiceRecord: records.issueServiceRecord,
  readServiceRecord: records.readServiceRecord,
  verifyServiceRecord: records.verifyServiceRecord,
  exportServiceHours: records.exportServiceHours,
} as const
