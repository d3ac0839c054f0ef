import '../components/volunteers.css'
import { giveRosterTemplate, lineFault, type RosterReport } from '@linli/contracts/roster-imports'
import { saveFile } from '../../../shared/files/save-file'
import { useLook } from '../../../shared/http/use-answer'
import { pages } from '../../../shared/navigation/pages'
import { Scoped } from '../../../shared/staff/scoped'
import { dayOf } from '../../../shared/time/shanghai'
import { fullDate } from '../../../shared/time/time-words'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { say } from '../../../shared/ui/page/say'
import { Row } from '../../../shared/ui/row'
import { fileFaultWord, lineWord } from '../import-words'
import { canPick } from '../../../shared/files/pick-table'
import { importText as text } from '../text'
import { useImport } from '../use-import'

/** Staff bring a roster along: first a report of each line, then one tap. */
export default function ImportPage() {
  return (
    <Scoped title={text.title} returnTo={pages.importRoster} className="roster" opens="work">
      {({ division }) => <Import key={division} division={division} />}
    </Scoped>
  )
}

function Import({ division }: { division: string }) {
  const here = useImport(division)
  const template = useLook(giveRosterTemplate)
  const save = () =>
    template.mutate(
      {},
      {
        onSuccess: ({ fileName, base64 }) =>
          void saveFile(fileName, { xlsx: base64 }).then((saved) =>
            say(saved === 'saved' ? text.saved : text.notSaved),
          ),
      },
    )
  return (
    <>
      <Card>
        <Box className="stack">
          <Box as="p">{text.help}</Box>
          <Box as="p" className="muted">
            {text.what}
          </Box>
          {canPick ? (
            <Button busy={here.busy} onTap={here.hand}>
              {text.pick}
            </Button>
          ) : (
            <Box>{text.computer}</Box>
          )}
          <Button look="plain" busy={template.isPending} onTap={save}>
            {text.template}
          </Button>
          <Refusal problem={here.problem}>
            {here.problem?.errors?.map(({ code }) => (
              <Box key={code}>{(fileFaultWord as Record<string, string>)[code] ?? ''}</Box>
            ))}
          </Refusal>
        </Box>
      </Card>
      {here.report !== null && <Report report={here.report} busy={here.importing} onTake={here.take} />}
    </>
  )
}

interface ReportProps {
  report: RosterReport
  busy: boolean
  onTake: (id: string) => void
}

/** So many numbers of lines are said of each fault. */
const said = 20

function Report({ report, busy, onTake }: ReportProps) {
  const { id, lines, good, reports, imported, keptUntil } = report
  return (
    <Card title={text.report}>
      <Box>{text.count(lines, good)}</Box>
      {reports.length === 0 && <Box className="muted">{text.clean}</Box>}
      <Said title={text.leftOut} reports={reports.filter(isLeftOut)} />
      <Said title={text.comesAlong} reports={reports.filter((one) => !isLeftOut(one))} />
      {imported ? (
        <Box className="strong">{`${text.imported(good)}，${text.until(fullDate(dayOf(keptUntil)))}`}</Box>
      ) : (
        good > 0 && (
          <>
            <Button busy={busy} onTap={() => onTake(id)}>
              {text.import(good)}
            </Button>
            <Box className="muted">{text.importHelp}</Box>
          </>
        )
      )}
    </Card>
  )
}

type Reports = RosterReport['reports']

const isLeftOut = ({ code }: Reports[number]) => lineFault.options.some((fault) => fault === code)

function Said({ title, reports }: { title: string; reports: Reports }) {
  const codes = [...new Set(reports.map(({ code }) => code))]
  if (codes.length === 0) return null
  return (
    <>
      <Box className="strong">{title}</Box>
      {codes.map((code) => (
        <Row
          key={code}
          title={lineWord[code]}
          under={linesWords(reports.filter((one) => one.code === code).map(({ line }) => line))}
        />
      ))}
    </>
  )
}

const linesWords = (lines: readonly number[]) =>
  text.atLines(lines.slice(0, said).join('、')) + (lines.length > said ? text.more(lines.length) : '')
