import { Card } from '@anyam/admin-kit/card';
import { Button } from '@anyam/admin-kit/button';
import { CheckboxField, ComboboxField, DateField, MoneyField, NumberTextField, RadioField, SelectField, TextAreaField, TextField } from '@anyam/admin-kit/fields';
import { FileDrop } from '@anyam/admin-kit/file-drop';
import { FieldGroup, Form, FormActions, SubmitButton, useForm } from '@anyam/admin-kit/form';
import { PageHead } from '@anyam/admin-kit/page-head';
import { useToast } from '@anyam/admin-kit/toast';
const villages = ['Dumplengan', 'Banjarbanggi', 'Kalang', 'Karanggeneng', 'Selopuro'].map((label) => ({ value: label, label, hint: 'Kecamatan Pitu' }));
export default function FormDemo() {
  const toast = useToast();
  const form = useForm(() => import('./schema.ts').then((m) => m.schema), { name: '', nik: '', kind: '', note: '' });
  return (
    <>
      <PageHead title="Kelompok baru" context="Identitas: langkah 1 dari 6" />
      <Card>
        <Form form={form} onSubmit={() => toast({ text: 'Kelompok disimpan' })}>
          <FieldGroup title="Identitas">
            <TextField name="name" label="Nama kelompok" hint="Tanpa kata KUBE di depannya" />
            <NumberTextField name="nik" label="NIK ketua" hint="16 angka, dari KTP" />
            <ComboboxField name="village" label="Desa" search={(q) => villages.filter((v) => v.label.toLowerCase().includes(q.toLowerCase()))} placeholder="Ketik nama desa" />
            <SelectField name="kind" label="Jenis usaha" placeholder="Pilih satu" options={[{ value: 'kambing', label: 'Ternak kambing' }, { value: 'tikar', label: 'Anyaman tikar' }]} width="medium" />
            <DateField name="formed" label="Tanggal terbentuk" />
            <MoneyField name="amount" label="Nilai usulan" words={(v) => `${v} rupiah`} />
            <RadioField name="type" label="Jenis bantuan" options={[{ value: 'bansos', label: 'Bantuan sosial', hint: 'Untuk keluarga dalam DTKS' }, { value: 'hibah', label: 'Hibah' }]} />
            <TextAreaField name="note" label="Catatan" optional />
            <CheckboxField name="agree" label="Saya sudah mencocokkan dengan KTP asli" />
          </FieldGroup>
          <FileDrop label="Foto KTP" accept="image/*,.pdf" maxMb={5} camera upload={() => new Promise(() => undefined)} />
          <FormActions><SubmitButton>Simpan kelompok</SubmitButton><Button href="/kelompok">Batal</Button></FormActions>
        </Form>
      </Card>
    </>
  );
}
