import '../components/visits.css'
import type { ElderPage as Elder } from '@linli/contracts/visit-register'
import { elderKindWord, elderStateWord } from '@linli/contracts/visit-words'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useMe } from '../../../shared/session/session'
import { pages } from '../../../shared/navigation/pages'
import { dateWords, momentWords } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Answered } from '../../../shared/ui/answers/answered'
import { SignInFirst } from '../../../shared/ui/answers/failure'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Face } from '../../../shared/ui/face'
import { Fact } from '../../../shared/ui/row'
import { Page } from '../../../shared/ui/page/page'
import { say } from '../../../shared/ui/page/say'
import { useElder } from '../api'
import { ElderContact } from '../components/elder-contact'
import { Manage } from '../components/manage'
import { RecordSheet } from '../components/record-sheet'
import { ElderTags } from '../components/tags'
import { Visits } from '../components/visits'
import { queueOf } from '../queue'
import { elderText, visitsText } from '../text'

/** One elder: who visits, what was met, and what is to be done. */
export default function ElderPage() {
  const me = useMe()
  const { id } = useRouter().params
  return me === null ? (
    <Page title={elderText.title}>
      <SignInFirst help={visitsText.signInHelp} returnTo={pages.elder(id ?? '')} />
    </Page>
  ) : (
    <OfOne id={id ?? ''} owner={me.id} />
  )
}

function OfOne({ id, owner }: { id: string; owner: string }) {
  const query = useElder(id)
  const [recording, setRecording] = useState(false)
  const one = query.data
  return (
    <Page
      title={elderText.title}
      bar={one?.can.record === true && <Button onTap={() => setRecording(true)}>{visitsText.record}</Button>}
    >
      <Answered query={query} blocks={[160, 120, 200]}>
        {(elder) => <Parts elder={elder} />}
      </Answered>
      {recording && one !== undefined && (
        <RecordSheet
          one={one}
          together={one.together}
          onClose={() => setRecording(false)}
          onSave={(visits) => {
            queueOf(owner).add(visits)
            setRecording(false)
            say(visitsText.saved)
          }}
        />
      )}
    </Page>
  )
}

const Parts = ({ elder }: { elder: Elder }) => (
  <>
    <Card>
      <Box className="elder__who">
        <Face of="face-old" />
        <Box className="elder__beside">
          <Box as="h2" className="title">
            {elder.name}
          </Box>
          <ElderTags one={elder} />
        </Box>
      </Box>
      {elder.urgent && <Box className="elder__urgent">{visitsText.urgentHelp}</Box>}
      <Facts elder={elder} />
      <ElderContact id={elder.id} />
    </Card>
    <Visits key={elder.visits.length} visits={elder.visits} />
    {elder.can.manage && <Manage elder={elder} />}
    <Readers readers={elder.readers} />
  </>
)

function Facts({ elder }: { elder: Elder }) {
  const { state, since, refusedUntil, together, visitor } = elder
  const words = [
    elderStateWord[state],
    ...(state === 'moved' || state === 'died' ? [elderText.since(dateWords(since))] : []),
    ...(refusedUntil === null ? [] : [elderText.until(dateWords(refusedUntil))]),
  ]
  return (
    <>
      <Fact name={elderText.kind}>{elderKindWord[elder.kind]}</Fact>
      <Fact name={elderText.state}>{words.join(' · ')}</Fact>
      <Fact name={elderText.visitor}>{visitor?.name ?? elderText.nobody}</Fact>
      {together.length > 0 && (
        <Fact name={elderText.together}>{together.map(({ name }) => name).join('、')}</Fact>
      )}
    </>
  )
}

function Readers({ readers }: Pick<Elder, 'readers'>) {
  const now = useNow()
  return (
    <Card title={elderText.readers}>
      {readers.map(({ at, reader }) => (
        <Box key={`${at}${reader}`} className="muted">
          {elderText.reader(reader, momentWords(at, now))}
        </Box>
      ))}
    </Card>
  )
}
