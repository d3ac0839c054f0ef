import type { PlacedDivision } from '@linli/contracts/divisions'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { keepCommunity } from '../../../shared/community'
import { back, replaceWith } from '../../../shared/navigate'
import { pages } from '../../../shared/pages'
import { useMe } from '../../../shared/session'
import { say } from '../../../shared/toast'
import { Answered } from '../../../shared/ui/answered'
import { Blank } from '../../../shared/ui/blank'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Field } from '../../../shared/ui/field'
import { Page } from '../../../shared/ui/page'
import { Row } from '../../../shared/ui/row'
import { useDivisionsBelow, useDivisionsNamed, useRememberCommunity } from '../api'
import { divisionsText, prefecture } from '../text'

export default function ChooseCommunityPage() {
  const { look } = useRouter().params
  const [name, setName] = useState('')
  const [path, setPath] = useState<PlacedDivision[]>([])
  const signedIn = useMe() !== null
  const remember = useRememberCommunity()
  const choose = (one: PlacedDivision) => {
    if (one.level !== 'community') return setPath([...path, one])
    if (look === 'figures') return replaceWith(pages.figures(one.code))
    keepCommunity(one)
    if (signedIn) remember.mutate({ body: { community: one.code } })
    say(divisionsText.chosen(one.name))
    back()
  }
  return (
    <Page title={divisionsText.title}>
      <Field
        id="community-name"
        kind="search"
        label={divisionsText.search}
        placeholder={divisionsText.searchHint}
        maxLength={20}
        value={name}
        onInput={setName}
      />
      {name.trim() === '' ? (
        <Below path={path} onChoose={choose} onRestart={() => setPath([])} />
      ) : (
        <Named name={name.trim()} onChoose={choose} />
      )}
    </Page>
  )
}

interface BelowProps {
  path: PlacedDivision[]
  onChoose: (one: PlacedDivision) => void
  onRestart: () => void
}

/** County, then township, then community. */
function Below({ path, onChoose, onRestart }: BelowProps) {
  const last = path[path.length - 1]
  const query = useDivisionsBelow(last?.code ?? prefecture)
  const title =
    last === undefined
      ? divisionsText.counties
      : path.length === 1
        ? divisionsText.townships(last.name)
        : divisionsText.communities(last.name)
  return (
    <>
      <Answered query={query} blocks={[480]}>
        {({ divisions }) => (
          <Card title={title}>
            {divisions.map((one) => (
              <Row key={one.code} title={one.name} onTap={() => onChoose(one)} />
            ))}
          </Card>
        )}
      </Answered>
      {last !== undefined && (
        <Button look="plain" onTap={onRestart}>
          {divisionsText.upAgain}
        </Button>
      )}
    </>
  )
}

function Named({ name, onChoose }: { name: string; onChoose: (one: PlacedDivision) => void }) {
  const query = useDivisionsNamed(name)
  return (
    <Answered query={query} blocks={[240]}>
      {({ divisions }) =>
        divisions.length === 0 ? (
          <Blank icon="search" title={divisionsText.none(name)} help={divisionsText.noneHelp} />
        ) : (
          <Card title={divisionsText.results}>
            {divisions.map((one) => (
              <Row
                key={one.code}
                title={one.name}
                under={one.within.join(' · ')}
                onTap={() => onChoose(one)}
              />
            ))}
          </Card>
        )
      }
    </Answered>
  )
}
