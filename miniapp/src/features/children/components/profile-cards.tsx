import type { Child } from '@linli/contracts/children'
import { circumstanceWord, relationWord, schoolGradeWord } from '@linli/contracts/words'
import { pages } from '../../../shared/navigation/pages'
import { fullDate } from '../../../shared/time/time-words'
import { Box } from '../../../shared/ui/base/box'
import { Tap } from '../../../shared/ui/base/tap'
import { dial } from '../../../shared/ui/call-button'
import { Card } from '../../../shared/ui/card'
import { Fact, Row } from '../../../shared/ui/row'
import { StateTag } from '../../../shared/ui/tag'
import { childText } from '../text'
import { mayDecide } from '../words'
import { CardLink } from './card-link'

export const ProfileCard = ({ child }: { child: Child }) => (
  <Card
    title={childText.profile}
    aside={mayDecide(child) && <CardLink to={pages.editChild(child.id)}>{childText.edit}</CardLink>}
  >
    <Fact name={childText.name}>{child.name}</Fact>
    <Fact name={childText.birthDate}>{fullDate(child.birthDate)}</Fact>
    <Fact name={childText.grade}>{schoolGradeWord[child.grade] ?? ''}</Fact>
  </Card>
)

export const HealthCard = ({ child }: { child: Child }) => (
  <Card title={childText.health}>
    <Fact name={childText.allergies}>{child.allergies ?? childText.nothing}</Fact>
    <Fact name={childText.medication}>{child.medication ?? childText.nothing}</Fact>
    <Box as="p" className="muted">
      {childText.healthHelp}
    </Box>
  </Card>
)

export const ContactsCard = ({ child }: { child: Child }) => (
  <Card title={childText.contacts}>
    {child.emergencyContacts.map(({ name, phone, relation }, n) => (
      <Row
        key={n}
        title={childText.contact(name, relationWord[relation])}
        end={
          <Tap className="phone-link" onTap={() => dial(phone)}>
            {phone}
          </Tap>
        }
      />
    ))}
  </Card>
)

export function CircumstancesCard({ child }: { child: Child }) {
  const all = child.circumstances
  return (
    <Card title={childText.circumstances}>
      {all.length === 0 && <Box className="muted">{childText.noCircumstances}</Box>}
      {all.map(({ circumstance, verified }) => (
        <Row
          key={circumstance}
          title={circumstanceWord[circumstance]}
          end={
            <StateTag tone={verified ? 'good' : 'wait'}>
              {verified ? childText.verified : childText.unverified}
            </StateTag>
          }
        />
      ))}
      {all.some((one) => !one.verified) && (
        <Box as="p" className="muted">
          {childText.proof}
        </Box>
      )}
    </Card>
  )
}
