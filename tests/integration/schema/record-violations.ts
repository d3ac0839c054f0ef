/** The same for records of service. */
const a = `'00000000-0000-4000-8000-00000000000a'`
const record = `'00000000-0000-4000-8000-000000001101'`
const other = 'gen_random_uuid()'

const recordRow = (id: string, number: string): string =>
  `INSERT INTO service_records (id, number, code, account_id, from_day, to_day, halves, issued_at)
    VALUES (${id}, '${number}', '123456', ${a}, '2026-11-01', '2026-11-30', 4, now());`

export const recordTables = recordRow(record, 'ZM-261130-000001')

const set = (what: string): string => `UPDATE service_records SET ${what}`

export const recordViolations: Record<string, string> = {
  service_records_number_once: recordRow(other, 'ZM-261130-000001'),
  service_records_code_shaped: set(`code = '12345'`),
  service_records_one_party: set(`account_id = NULL`),
  service_records_days: set(`to_day = '2026-10-31'`),
  service_records_halves_some: set(`halves = 0`),
}
