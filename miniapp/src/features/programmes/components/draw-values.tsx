import './programmes.css'
import { readList } from '@linli/contracts/draw'
import { copyText } from '../../../shared/device/copy'
import { useState } from 'react'
import { momentWords } from '../../../shared/time/time-words'
import { say } from '../../../shared/ui/page/say'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Row } from '../../../shared/ui/row'
import { Card } from '../../../shared/ui/card'
import type { DrawAnswer } from '../api'
import { drawText as text } from '../text'

/** What was published, to copy and to compute from anywhere. */
export function DrawValues({ draw, now }: { draw: DrawAnswer; now: number }) {
  const [open, setOpen] = useState(false)
  if (!open) {
    return (
      <Card>
        <Row title={text.published} under={text.publishedHelp} onTap={() => setOpen(true)} />
      </Card>
    )
  }
  return <Values draw={draw} now={now} />
}

function Values({ draw, now }: { draw: DrawAnswer; now: number }) {
  const { commitment, listHash, seed, closedAt, drawnAt, list } = draw
  return (
    <Card title={text.published}>
      <Value name={text.commitment} value={commitment} when={null} />
      <Value
        name={text.listHash}
        value={listHash}
        when={closedAt && `${text.closedAt}：${momentWords(closedAt, now)}`}
      />
      <Value
        name={text.seed}
        value={seed}
        when={drawnAt && `${text.drawnAt}：${momentWords(drawnAt, now)}`}
      />
      {list !== null && <List list={list} />}
      <Box as="p" className="muted after-card">
        {text.fingerprint}
      </Box>
    </Card>
  )
}

const copy = (value: string) =>
  void copyText(value).then(
    () => say(text.copied),
    () => undefined,
  )

const Value = ({ name, value, when }: { name: string; value: string | null; when: string | null }) => (
  <Box className="draw__part">
    <Box className="strong">{name}</Box>
    {value === null ? (
      <Box className="muted">{text.notYet}</Box>
    ) : (
      <>
        {when !== null && <Box className="muted">{when}</Box>}
        <Box className="draw__value">{value}</Box>
        <Button look="plain" label={text.copyOf(name)} onTap={() => copy(value)}>
          {text.copy}
        </Button>
      </>
    )}
  </Box>
)

/** The list as it is read; what is copied stays as it was hashed. */
const inWords = (list: string) =>
  readList(list)
    .map(({ number, group, rule, score }) => [number, group, text.rule[rule], score].join(' '))
    .join('\n')

function List({ list }: { list: string }) {
  const [shown, setShown] = useState(false)
  const name = text.list(list.split('\n').filter(Boolean).length)
  return (
    <Box className="draw__part">
      <Box className="strong">{name}</Box>
      <Box className="muted">{text.listHelp}</Box>
      {shown && (
        <Box className="draw__list" role="region" label={name}>
          {inWords(list)}
        </Box>
      )}
      <Button look="plain" onTap={() => setShown(!shown)}>
        {shown ? text.hideList : text.showList}
      </Button>
      <Button look="plain" label={text.copyOf(name)} onTap={() => copy(list)}>
        {text.copy}
      </Button>
    </Box>
  )
}
