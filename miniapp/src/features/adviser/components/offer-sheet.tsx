import './adviser.css'
import type { CaseDetail } from '@linli/contracts/cases'
import type { MeetingKind } from '@linli/contracts/consultation-thread'
import { useState } from 'react'
import { Field } from '../../../shared/forms/field'
import { faultWithin } from '../../../shared/forms/field-faults'
import { meetingWord } from '../../../shared/matters/words'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { say } from '../../../shared/ui/page/say'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { useOffer, useSelf } from '../api'
import { NamedChoice } from './named-choice'
import { matterText } from '../text'
import { firstTime, isWhole, mostTimes, spanOf, type Time } from '../times'

interface Props {
  one: CaseDetail
  onClose: () => void
}

const kinds = (Object.keys(meetingWord) as MeetingKind[]).map((value) => ({
  value,
  word: meetingWord[value],
}))
const lengths = ['15', '30', '45', '60'].map((value) => ({
  value,
  word: matterText.minutesOf(Number(value)),
}))

/** Up to five times, of which the person takes one by a tap. */
export function OfferSheet({ one, onClose }: Props) {
  const stations = useSelf().data?.stations ?? []
  const [kind, setKind] = useState<MeetingKind>('phone')
  const [picked, setStation] = useState<string | null>(null)
  const station = picked ?? (stations.length === 1 ? (stations[0]?.id ?? null) : null)
  const [link, setLink] = useState('')
  const [minutes, setMinutes] = useState('30')
  const [times, setTimes] = useState<Time[]>(() => [firstTime(Date.now())])
  const offer = useOffer(() => {
    say(matterText.offered)
    onClose()
  })
  const needs = needsOf({ kind, station, link, times })
  const send = () =>
    offer.mutate({
      params: { id: one.id },
      body: {
        kind,
        stationId: kind === 'station' ? station : null,
        link: kind === 'video' ? link.trim() : null,
        times: times.map((time) => spanOf(time, Number(minutes))),
      },
    })
  return (
    <Sheet title={matterText.offer} onClose={onClose}>
      <Box className="muted">{matterText.offerHelp}</Box>
      <NamedChoice label={matterText.how} options={kinds} chosen={kind} onChoose={setKind} />
      {kind === 'station' && <Stations all={stations} chosen={station} onChoose={setStation} />}
      {kind === 'video' && (
        <Field
          id="meeting-link"
          label={matterText.link}
          placeholder={matterText.linkHint}
          maxLength={500}
          value={link}
          fault={faultWithin(offer.error, 'link')}
          onInput={setLink}
        />
      )}
      <NamedChoice label={matterText.minutes} options={lengths} chosen={minutes} onChoose={setMinutes} />
      <Times times={times} onChange={setTimes} />
      <Refusal problem={offer.error} />
      <Button busy={offer.isPending} needs={needs} onTap={send}>
        {matterText.offerSend}
      </Button>
    </Sheet>
  )
}

interface TimesProps {
  times: readonly Time[]
  onChange: (times: Time[]) => void
}

function Times({ times, onChange }: TimesProps) {
  const change = (n: number, part: Partial<Time>) =>
    onChange(times.map((time, i) => (i === n ? { ...time, ...part } : time)))
  return (
    <Box>
      {times.map((time, n) => (
        <Box key={n} className="times__time">
          <Box className="label">{matterText.nthTime(n + 1)}</Box>
          <Field
            id={`meeting-day-${n}`}
            kind="date"
            label={matterText.day}
            value={time.day}
            onInput={(day) => change(n, { day })}
          />
          <Field
            id={`meeting-at-${n}`}
            kind="time"
            label={matterText.at}
            value={time.at}
            onInput={(at) => change(n, { at })}
          />
          {times.length > 1 && (
            <Button
              look="plain"
              label={`${matterText.removeTime}：${matterText.nthTime(n + 1)}`}
              onTap={() => onChange(times.filter((_, i) => i !== n))}
            >
              {matterText.removeTime}
            </Button>
          )}
        </Box>
      ))}
      {times.length < mostTimes && (
        <Button
          look="plain"
          onTap={() => onChange([...times, { day: times[times.length - 1]?.day ?? '', at: '' }])}
        >
          {matterText.addTime}
        </Button>
      )}
    </Box>
  )
}

interface Said {
  kind: MeetingKind
  station: string | null
  link: string
  times: readonly Time[]
}

function needsOf({ kind, station, link, times }: Said): string | null {
  const words = matterText.offerNeeds
  if (kind === 'station' && station === null) return words.station
  if (kind === 'video' && !/^https:\/\/\S/.test(link.trim())) return words.link
  return times.every(isWhole) ? null : words.time
}

interface StationsProps {
  all: readonly { id: string; name: string; address: string }[]
  chosen: string | null
  onChoose: (id: string) => void
}

const Stations = ({ all, chosen, onChoose }: StationsProps) =>
  all.length === 0 ? (
    <Box>{matterText.noStation}</Box>
  ) : (
    <NamedChoice
      label={matterText.station}
      options={all.map(({ id, name }) => ({ value: id, word: name }))}
      chosen={chosen}
      onChoose={onChoose}
    />
  )
