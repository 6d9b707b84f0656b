export const texts = {
  fromFlow: ['Dari alur', 'From the flow'],
  chosen: ['Pilih rekaman', 'Choose a record'],
  how: ['Cara menentukan', 'How it is told'],
  hint: ['mis. {{$trigger.body.keys[0]}}', 'e.g. {{$trigger.body.keys[0]}}'],
} as const;
