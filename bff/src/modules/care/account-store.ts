/** What becomes of care when an account becomes part of another, or its person leaves. */
import { Prisma } from '../../generated/client'
import type { Joining } from '../../platform/account-rows'

export const onJoin = ({ from, into }: Joining) => ({
  pins: Prisma.sql`UPDATE care_pins SET account_id = ${into} WHERE account_id = ${from}
    AND NOT EXISTS (SELECT FROM care_pins WHERE account_id = ${into})`,
  alerts: Prisma.sql`UPDATE care_alert_people p SET account_id = ${into} WHERE account_id = ${from} AND NOT EXISTS
    (SELECT FROM care_alert_people o WHERE o.alert_id = p.alert_id AND o.account_id = ${into})`,
  other_alerts: Prisma.sql`DELETE FROM care_alert_people WHERE account_id = ${from}`,
  pin_tries: Prisma.sql`DELETE FROM care_pin_tries WHERE account_id = ${from}`,
  other_pin: Prisma.sql`DELETE FROM care_pins WHERE account_id = ${from}`,
  'care_duties.account_id': Prisma.sql`UPDATE care_duties SET account_id = ${into} WHERE account_id = ${from}`,
  'care_duties.created_by': Prisma.sql`UPDATE care_duties SET created_by = ${into} WHERE created_by = ${from}`,
  'care_absences.reported_by': Prisma.sql`UPDATE care_absences SET reported_by = ${into} WHERE reported_by = ${from}`,
  'care_devices.paired_by': Prisma.sql`UPDATE care_devices SET paired_by = ${into} WHERE paired_by = ${from}`,
  'care_pairing_codes.created_by': Prisma.sql`UPDATE care_pairing_codes SET created_by = ${into} WHERE created_by = ${from}`,
  'care_alerts.taken_by': Prisma.sql`UPDATE care_alerts SET taken_by = ${into} WHERE taken_by = ${from}`,
  'care_duty_hours.account_id': Prisma.sql`UPDATE care_duty_hours SET account_id = ${into} WHERE account_id = ${from}`,
})

export const onLeave = {
  care_pins: `DELETE FROM care_pins WHERE account_id = ANY ($1::uuid[])`,
  care_pin_tries: `DELETE FROM care_pin_tries WHERE account_id = ANY ($1::uuid[])`,
}
