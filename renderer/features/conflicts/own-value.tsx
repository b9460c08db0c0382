import { NativeSelect, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

interface Props {
  readonly label: string
  readonly text: string
  readonly yesOrNo: boolean
  readonly chosen: boolean
  readonly onType: (text: string) => void
}

/** Where a value of one's own is entered, beside the two that collided. */
export function OwnValue({ label, text, yesOrNo, chosen, onType }: Props) {
  const { t } = useTranslation()
  const common = {
    'aria-label': label,
    'data-chosen': chosen || undefined,
    value: text,
    onChange: (event: { currentTarget: { value: string } }) => onType(event.currentTarget.value),
  }
  if (!yesOrNo) return <TextInput {...common} />
  const options = [
    { value: 'true', label: t('yes') },
    { value: 'false', label: t('no') },
  ]
  return <NativeSelect {...common} data={options} />
}
