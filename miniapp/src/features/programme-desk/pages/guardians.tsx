import { useState } from 'react'
import { pages } from '../../../shared/navigation/pages'
import { useNow } from '../../../shared/time/use-now'
import { Answered } from '../../../shared/ui/answers/answered'
import { Box } from '../../../shared/ui/base/box'
import { Blank } from '../../../shared/ui/answers/blank'
import { Lead } from '../../../shared/ui/lead'
import { usePendingLinks } from '../api'
import { EndingsCard, FreezesCard, KnownCard, WaitingCard } from '../components/guardian-lists'
import { Scoped } from '../components/scoped'
import { VerifySheet } from '../components/verify-sheet'
import { guardiansText } from '../guardians-text'

/** Guardians and circumstances that wait, what is frozen, and who is to be ended; nothing tagged in the lists. */
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
      <Lead picture="care">{guardiansText.help}</Lead>
      <Answered query={query} blocks={[64, 64, 64]}>
        {({ links, freezes, endings, known }) => (
          <>
            {freezes.length > 0 && <FreezesCard all={freezes} now={now} />}
            {endings.length > 0 && <EndingsCard all={endings} now={now} />}
            {links.length > 0 ? (
              <WaitingCard all={links} now={now} onOpen={setOpened} />
            ) : (
              <Blank picture="tea" title={guardiansText.empty} help={guardiansText.emptyHelp} />
            )}
            {known.length > 0 && <KnownCard all={known} now={now} onOpen={setOpened} />}
          </>
        )}
      </Answered>
      {opened !== null && <VerifySheet key={opened} id={opened} onClose={() => setOpened(null)} />}
    </Box>
  )
}
