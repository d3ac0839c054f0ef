import type { TextInputProps } from './props'

export function TextArea({
  id,
  value,
  onInput,
  placeholder,
  maxLength,
  faulty,
  describedBy,
}: TextInputProps) {
  return (
    <textarea
      id={id}
      className={`input input--tall ${faulty === true ? 'input--faulty' : ''}`}
      value={value}
      rows={3}
      placeholder={placeholder}
      maxLength={maxLength}
      aria-invalid={faulty === true ? true : undefined}
      aria-describedby={describedBy}
      onChange={(event) => onInput(event.target.value)}
    />
  )
}
