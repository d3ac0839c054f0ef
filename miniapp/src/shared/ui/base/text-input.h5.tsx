import type { TextInputProps } from './props'

const types = {
  text: 'text',
  name: 'text',
  phone: 'tel',
  code: 'text',
  search: 'search',
  date: 'date',
  time: 'time',
}
const completes = { phone: 'tel', code: 'one-time-code', name: 'name' } as Record<string, string>

/** Its label is a visible `<label for>`; see Field. */
export function TextInput({ id, value, onInput, label, kind = 'text', onEnter, ...rest }: TextInputProps) {
  return (
    <input
      id={id}
      className={`input ${rest.faulty === true ? 'input--faulty' : ''}`}
      type={types[kind]}
      value={value}
      placeholder={rest.placeholder}
      maxLength={rest.maxLength}
      aria-label={kind === 'search' ? label : undefined}
      inputMode={kind === 'code' ? 'numeric' : undefined}
      autoComplete={completes[kind] ?? 'off'}
      aria-invalid={rest.faulty === true ? true : undefined}
      aria-describedby={rest.describedBy}
      onChange={(event) => onInput(event.target.value)}
      onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && onEnter?.()}
    />
  )
}
