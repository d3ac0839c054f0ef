import type { CareChild } from '@linli/contracts/care'
import { relationWord } from '@linli/contracts/words'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { dial } from '../../../shared/ui/call-button'
import { Row } from '../../../shared/ui/row'
import { careText } from '../text'

/** Whom to call about a child: guardians first. */
export const CallList = ({ child }: { child: CareChild }) => (
  <>
    <People title={careText.guardians} people={child.guardians} />
    <People title={careText.emergency} people={child.emergencyContacts} />
  </>
)

interface PeopleProps {
  title: string
  people: readonly Pick<CareChild['guardians'][number], 'name' | 'relation' | 'phone'>[]
}

export function People({ title, people }: PeopleProps) {
  if (people.length === 0) return null
  return (
    <Box>
      <Box className="label">{title}</Box>
      {people.map(({ name, relation, phone }) => (
        <Row
          key={`${name ?? ''}${relation}${phone ?? ''}`}
          title={name ?? careText.noName}
          under={relationWord[relation]}
          end={
            phone === null ? (
              careText.noPhone
            ) : (
              <Tap className="phone-link" onTap={() => dial(phone)}>
                {phone}
              </Tap>
            )
          }
        />
      ))}
    </Box>
  )
}
