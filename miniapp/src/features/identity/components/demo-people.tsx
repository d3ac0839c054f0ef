import { Card } from '../../../shared/ui/card'
import { Box } from '../../../shared/ui/base/box'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Row } from '../../../shared/ui/row'
import type { Consent } from '../../../shared/agreements/use-consent'
import { agreedOf } from '../agreed-of'
import { useDemoPeople, useSignInAsDemo } from '../api'
import { deviceName } from '../device-name'
import { identityText } from '../text'

/** On a demonstration server, its people, who have agreed to its first texts as made-up people do; nothing elsewhere. */
export function DemoPeople({ consent }: { consent: Consent }) {
  const people = useDemoPeople()
  const signIn = useSignInAsDemo()
  if (people.data === undefined) return null
  return (
    <Card title={identityText.demo}>
      <Box as="p" className="muted">
        {identityText.demoHelp}
      </Box>
      <Refusal problem={signIn.error} />
      {people.data.people.map(({ key, title, says, community }) => (
        <Row
          key={key}
          title={title}
          under={`${says} · ${community}`}
          onTap={() =>
            signIn.mutate(
              { body: { person: key, device: deviceName(), ...agreedOf(consent) } },
              { onError: consent.refused },
            )
          }
        />
      ))}
    </Card>
  )
}
