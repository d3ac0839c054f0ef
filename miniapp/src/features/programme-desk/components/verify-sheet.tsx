import type { Circumstance } from '@linli/contracts/children'
import type { readPendingLink } from '@linli/contracts/guardians'
import { useState } from 'react'
import type { Reply } from '../../../shared/request'
import { dateWords } from '../../../shared/time-words'
import { say } from '../../../shared/toast'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Refusal } from '../../../shared/ui/refusal'
import { Fact } from '../../../shared/ui/row'
import { Sheet } from '../../../shared/ui/sheet'
import { useReadLink, useVerify } from '../api'
import { toggled } from '../plan'
import { guardiansText } from '../staff-text'
import { circumstanceWord, relationWord } from '../text'
import { Tick } from './tick'

/** Opens one link, after saying that this is recorded; then what the papers prove is ticked. */
export function VerifySheet({ id, onClose }: { id: string; onClose: () => void }) {
  const link = useReadLink()
  if (link.data !== undefined) return <Compare link={link.data} onClose={onClose} />
  return (
    <Sheet title={guardiansText.openTitle} onClose={onClose}>
      <Box as="p">{guardiansText.openHelp}</Box>
      <Refusal problem={link.error} />
      <Button busy={link.isPending} onTap={() => link.mutate({ params: { id } })}>
        {guardiansText.open}
      </Button>
    </Sheet>
  )
}

interface Props {
  link: Reply<typeof readPendingLink>
  onClose: () => void
}

function Compare({ link, onClose }: Props) {
  const [guardian, setGuardian] = useState(false)
  const [proven, setProven] = useState<Circumstance[]>([])
  const verify = useVerify(() => {
    say(guardiansText.verified)
    onClose()
  })
  const nothing = !guardian && proven.length === 0
  const send = () =>
    verify.mutate({
      params: { id: link.id },
      body: { guardian: guardian || link.verified, circumstances: proven },
    })
  return (
    <Sheet title={guardiansText.compare} onClose={onClose}>
      <Papers link={link} />
      <Box>
        <Box className="label">{guardiansText.proven}</Box>
        {link.verified ? (
          <Box className="muted">{guardiansText.already(guardiansText.isGuardian)}</Box>
        ) : (
          <Tick on={guardian} onTap={() => setGuardian(!guardian)}>
            {guardiansText.isGuardian}
          </Tick>
        )}
        {link.circumstances.map(({ circumstance, verified }) =>
          verified ? (
            <Box key={circumstance} className="muted">
              {guardiansText.already(circumstanceWord[circumstance])}
            </Box>
          ) : (
            <Tick
              key={circumstance}
              on={proven.includes(circumstance)}
              onTap={() => setProven(toggled(proven, circumstance))}
            >
              {circumstanceWord[circumstance]}
            </Tick>
          ),
        )}
      </Box>
      <Refusal problem={verify.error} />
      {nothing && <Box className="muted">{guardiansText.nothing}</Box>}
      <Button busy={verify.isPending} disabled={nothing} onTap={send}>
        {guardiansText.verify}
      </Button>
    </Sheet>
  )
}

const Papers = ({ link }: { link: Props['link'] }) => (
  <Box>
    <Fact name={guardiansText.child}>{link.childName}</Fact>
    <Fact name={guardiansText.birth}>{`${link.birthDate.slice(0, 4)}年${dateWords(link.birthDate)}`}</Fact>
    <Fact name={guardiansText.guardian}>{link.guardianName ?? guardiansText.noName}</Fact>
    <Fact name={guardiansText.relation}>{relationWord[link.relation]}</Fact>
  </Box>
)
