import type { CareChild } from '@linli/contracts/care'
import { Box } from '../../../shared/ui/base/box'
import { Fact } from '../../../shared/ui/row'
import { Sheet } from '../../../shared/ui/sheets/sheet'
import { careText, recordWord } from '../text'
import { clockAt, releaseWords } from '../words'
import { CallList } from './call-list'

/** All that today's carers may know about a child. */
export function ChildSheet({ child, onClose }: { child: CareChild; onClose: () => void }) {
  const gone = releaseWords(child)
  const notes = child.notes ?? []
  return (
    <Sheet title={`${child.name} · ${careText.classNo(child.classNo)}`} onClose={onClose}>
      {gone !== null && child.release !== null && (
        <Box>{`${gone}（${careText.method[child.release.method]}）`}</Box>
      )}
      <Box>
        <Box className="label">{careText.health}</Box>
        <Fact name={careText.allergies}>{child.allergies ?? careText.healthNone}</Fact>
        <Fact name={careText.medication}>{child.medication ?? careText.healthNone}</Fact>
      </Box>
      {child.healthNotes.length > 0 && (
        <Box>
          <Box className="label">{careText.healthNotes}</Box>
          {child.healthNotes.map((note) => (
            <Box key={`${note.at}${note.text}`}>
              {careText.healthNote(note.text, note.by, clockAt(note.at))}
            </Box>
          ))}
        </Box>
      )}
      {notes.length > 0 && (
        <Box>
          <Box className="label">{careText.notes}</Box>
          {notes.map((note) => (
            <Box key={`${note.at}${note.text}`}>
              {`${recordWord[note.kind]}：${careText.healthNote(note.text, note.by, clockAt(note.at))}`}
            </Box>
          ))}
        </Box>
      )}
      <CallList child={child} />
    </Sheet>
  )
}
