import './files.css'
import { mostWaiting } from '@linli/contracts/files'
import { useProblemText } from '../ui/answers/own-words'
import { Box } from '../ui/base/box'
import { Tap } from '../ui/base/tap'
import { Button } from '../ui/button'
import { fileText } from '../words/file-text'
import { FileThumb } from './file-thumbs'
import { pickFiles, sources } from './pick-files'
import { type Entry, isFull, isRefused, type Keep } from './entries'
import { MakeRoom } from './make-room'
import { useFiles } from './use-files'

interface Props {
  /** The service whose case they will belong to. */
  purpose: string
  /** What the draft keeps. */
  ids: readonly string[]
  /** The same function at every drawing of the page (useCallback). */
  onChange: Keep
  most?: number
}

/** Pictures and PDFs to be sent with a form: added, seen on their way, tried again, taken away. */
export function FileField({ purpose, ids, onChange, most = mostWaiting }: Props) {
  const { entries, lost, add, retry, remove } = useFiles(purpose, ids, onChange)
  const problemText = useProblemText()
  const left = most - entries.length
  return (
    <Box className="stack">
      <Box className="muted">{fileText.help(most)}</Box>
      {lost && <Box role="alert">{fileText.gone}</Box>}
      {entries.length > 0 && (
        <Box as="ul" className="files" role="list">
          {entries.map((entry, n) => (
            <Box as="li" role="listitem" className="files__one" key={entry.key}>
              <One entry={entry} name={fileText.name(n + 1)} retry={retry} remove={remove} />
            </Box>
          ))}
        </Box>
      )}
      {entries.map(
        ({ key, problem }, n) =>
          problem !== null && (
            <Box
              key={key}
              role="alert"
              className="field__fault"
            >{`${fileText.name(n + 1)}：${problemText(problem)}`}</Box>
          ),
      )}
      {entries.some(isFull) && <MakeRoom done={() => entries.filter(isFull).forEach(retry)} />}
      {left > 0 &&
        sources.map((source) => (
          <Button key={source} look="ghost" onTap={() => void pickFiles(source, left).then(add)}>
            {fileText.add[source]}
          </Button>
        ))}
    </Box>
  )
}

interface OneProps {
  entry: Entry
  name: string
  retry: (entry: Entry) => void
  remove: (entry: Entry) => void
}

function One({ entry, name, retry, remove }: OneProps) {
  const { picked, file, problem, percent } = entry
  return (
    <>
      {file !== null ? (
        <FileThumb file={file} name={name} />
      ) : isRefused(entry) ? (
        <Box className="files__look">
          <Box className="files__state muted">{fileText.refused}</Box>
        </Box>
      ) : problem !== null ? (
        <Tap className="files__look" label={`${name} ${fileText.retry}`} onTap={() => retry(entry)}>
          <Box className="files__state">{fileText.retry}</Box>
        </Tap>
      ) : picked === null ? (
        <Tap className="files__look" label={fileText.openAgain(name)} onTap={() => retry(entry)}>
          <Box className="files__state muted">{fileText.kept}</Box>
        </Tap>
      ) : (
        <Box className="files__look" live>
          <Box className="files__state muted">{fileText.sending(percent)}</Box>
        </Box>
      )}
      <Tap className="files__remove" label={fileText.remove(name)} onTap={() => remove(entry)}>
        {fileText.removeShort}
      </Tap>
    </>
  )
}
