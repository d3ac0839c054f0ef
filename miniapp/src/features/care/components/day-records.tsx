import type { CareDayOfChild } from '@linli/contracts/care'
import { Box } from '../../../shared/ui/base/box'
import { recordLine } from '../days-text'
import { clockAt, personIn } from '../words'

/** What was written about a child in one session, in order. */
export function DayRecords({ one }: { one: CareDayOfChild }) {
  if (one.records.length === 0) return null
  return (
    <Box as="ul">
      {one.records.map((record) => (
        <Box as="li" key={record.id} className="care-record">
          <Box as="span" className="care-record__at">
            {clockAt(record.at)}
          </Box>
          <Box as="span">{recordLine[record.kind]({ ...record, person: personIn(record) })}</Box>
        </Box>
      ))}
    </Box>
  )
}
