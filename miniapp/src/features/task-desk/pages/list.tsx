import '../components/task-desk.css'
import { useState } from 'react'
import { Choice } from '../../../shared/forms/choice'
import { pages } from '../../../shared/navigation/pages'
import { Scoped } from '../../../shared/staff/scoped'
import { useListKeys } from '../../../shared/staff/use-list-keys'
import { useWide } from '../../../shared/staff/use-wide'
import { useNow } from '../../../shared/time/use-now'
import { Blank } from '../../../shared/ui/answers/blank'
import { Listed } from '../../../shared/ui/answers/listed'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { type Show, useDeskTasks } from '../api'
import { DeskTaskBody } from '../components/task-body'
import { TaskRows } from '../components/task-rows'
import { listText } from '../text'

/** The tasks of a division of mine: who is missing, and whose hours are to be confirmed. */
export default function DeskTasksPage() {
  return (
    <Scoped
      title={listText.title}
      returnTo={pages.deskTasks}
      className="td"
      opens="work"
      bar={() => <Button to={pages.newTask()}>{listText.create}</Button>}
    >
      {({ division }) => <Shown key={division} division={division} />}
    </Scoped>
  )
}

const shown: readonly Show[] = ['coming', 'past']

function Shown({ division }: { division: string }) {
  const [show, setShow] = useState<Show>('coming')
  const query = useDeskTasks(division, show)
  const now = useNow()
  const wide = useWide()
  const ids = query.data?.pages.flatMap((page) => page.tasks.map(({ id }) => id)) ?? []
  const { marked, opened, choose } = useListKeys(ids)
  const list = (
    <Box className="td__part">
      <Choice
        label={listText.show}
        options={shown.map((value) => ({ value, word: listText.shown[value] }))}
        chosen={show}
        onChoose={setShow}
      />
      <Listed
        query={query}
        blocks={[116, 116, 116]}
        of={(page) => page.tasks}
        none={<Blank picture="hand" title={listText.empty[show]} help={listText.emptyHelp[show]} />}
      >
        {(tasks) => (
          <TaskRows tasks={tasks} now={now} beside={wide ? { id: marked ?? opened, choose } : undefined} />
        )}
      </Listed>
    </Box>
  )
  if (!wide) return list
  return (
    <Box className="td__columns">
      {list}
      <Box className="td__part" live>
        {opened !== null ? (
          <DeskTaskBody key={opened} id={opened} beside />
        ) : (
          ids.length > 0 && <Blank picture="hand" title={listText.pick} />
        )}
      </Box>
    </Box>
  )
}
