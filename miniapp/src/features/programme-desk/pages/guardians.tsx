import type { listPendingLinks } from '@linli/contracts/guardians'
import { useState } from 'react'
import { pages } from '../../../shared/pages'
import type { Reply } from '../../../shared/request'
import { momentWords } from '../../../shared/time-words'
import { useNow } from '../../../shared/use-now'
import { Answered } from '../../../shared/ui/answered'
import { Box } from '../../../shared/ui/base/box'
import { Blank } from '../../../shared/ui/blank'
import { Card } from '../../../shared/ui/card'
import { Row } from '../../../shared/ui/row'
import { usePendingLinks } from '../api'
import { Scoped } from '../components/scoped'
import { VerifySheet } from '../components/verify-sheet'
import { guardiansText } from '../staff-text'
import { relationWord } from '../text'

type Links = Reply<typeof listPendingLinks>['links']

/** Guardians and circumstances that wait to be verified against the papers; nothing tagged in the list. */
export default function GuardiansPage() {
  return (
    <Scoped title={guardiansText.title} returnTo={pages.deskGuardians}>
      {(grant) => <Waiting key={grant.division} division={grant.division} />}
    </Scoped>
  )
}

function Waiting({ division }: { division: string }) {
  const now = useNow()
  const query = usePendingLinks(division)
  const [opened, setOpened] = useState<string | null>(null)
  return (
    <Box className="pd__narrow pd__part">
      <Box as="p" className="muted">
        {guardiansText.help}
      </Box>
      <Answered query={query} blocks={[64, 64, 64]}>
        {({ links }) =>
          links.length === 0 ? (
            <Blank icon="check" title={guardiansText.empty} help={guardiansText.emptyHelp} />
          ) : (
            <Card>
              {oldestFirst(links).map((link) => (
                <Row
                  key={link.id}
                  title={guardiansText.row(relationWord[link.relation])}
                  under={[
                    guardiansText.asked(momentWords(link.askedAt, now)),
                    ...(link.circumstances > 0 ? [guardiansText.circumstances(link.circumstances)] : []),
                  ].join(' · ')}
                  onTap={() => setOpened(link.id)}
                />
              ))}
            </Card>
          )
        }
      </Answered>
      {opened !== null && <VerifySheet key={opened} id={opened} onClose={() => setOpened(null)} />}
    </Box>
  )
}

/** Whoever has waited longest is at the top. */
const oldestFirst = (links: Links) => [...links].sort((a, b) => Date.parse(a.askedAt) - Date.parse(b.askedAt))
