import type { EventKind } from './event.ts';

/** Field → headings in the order of their weight, folded: lower case, letters and digits only. */
export type HeadingNames = Readonly<Record<string, readonly string[]>>;
/** Field → words that tell it inside a longer heading. */
export type HeadingWords = Readonly<Record<string, RegExp>>;

const words = (text: string): readonly string[] => text.split(' ');

const rowNumber = words('no nomor nourut number nr');
/** One column may tell day and time; it is the day's where there is no other. */
const date = words('tanggal tgl haritanggal hari date day tanggaljam tgljam tanggalwaktu datetime waktu waktukejadian');
const time = words('jam waktu pukul time hour');
const registrationNumber = words(
  'noregister noregistrasi noreg noregwbp nomorregister nomorregistrasi register registrasi registrationnumber registrationno registerno registernumber regno inmateno inmatenumber prisonernumber',
);
const inmateName = words(
  'namawbp wbpnama wbp namanapi napi namatahanan namanarapidana narapidana tahanan penghuni namapenghuni pemilik inmate inmatename nameofinmate prisoner prisonername detainee',
);
const cell = words('blokkamar kamarblok blok kamar bloksel sel cell room cellblock blockcell blockroom block');
const note = words('keterangan ket catatan note notes remark remarks comment');
const unit = ['satuan', 'unit', 'uom', 'sat'];
const quantity = words(
  'jumlah jml banyaknya qty quantity amount count berat beratgram beratgr beratkg weight weightg weightgram volume kuantitas jumlahberat beratjumlah',
);
const relation = words('hubungan hub hubungandenganwbp hubkeluarga relation relationship');
const phone = words('nohp hp telepon telp notelp notelepon nomorhp nomortelepon phone phonenumber mobile');

const inmateWords = {
  registrationNumber: /(?:no|nomor).*reg|^reg(?:istrasi|ister)?no/,
  inmateName: /wbp|napi|narapidana|tahanan|wargabinaan|inmate|prisoner|penghuni/,
} as const;
const dateWords = { date: /^(?:hari)?(?:tgl|tanggal)(?!.*lahir)|^date/, time: /^(?:jam|pukul|waktu|time)/ } as const;

export const eventHeadingNames: Readonly<Record<EventKind, HeadingNames>> = {
  goods: {
    rowNumber,
    date: [
      ...words('tgltitipan tanggaltitipan tgltitip tglterima tanggalterima dateofdeposit depositdate datereceived'),
      ...date,
    ],
    time,
    item: words(
      'jenistitipan barangtitipan titipan isititipan jenisbarangtitipan namabarang jenisbarang barang isi item items goods depositeditem depositedgoods description uraian uraianbarang contents',
    ),
    quantity,
    unit,
    visitorName: words(
      'namapengirim pengirim namapenitip penitip penitipnama pengirimnama namapengunjung pengunjung pengantar namapengantar sender sendername depositor depositedby broughtby visitor visitorname from dari',
    ),
    nationalId: words('nik noktp ktp nikktp noidentitas nationalid idnumber idno nikpengirim nikpenitip'),
    phone: [...phone, 'nohppengirim', 'nohppenitip'],
    address: words('alamat alamatpengirim alamatpenitip address almt'),
    relation,
    inmateName: [
      ...inmateName,
      ...words('penerima namapenerima untuk untukwbp recipient recipientname receiver for to nama name'),
    ],
    registrationNumber,
    cell,
    note,
  },
  calls: {
    rowNumber,
    date: [...words('tglpanggilan tanggalpanggilan tgltelepon tglbicara dateofcall calldate'), ...date],
    time: [...words('jammulai mulai jampanggilan calltime starttime start'), ...time],
    number: [
      ...words(
        'nomortujuan notujuan nomoryangdihubungi nomordihubungi nodihubungi nomortelepontujuan nohptujuan notelptujuan tujuan numbercalled callednumber numberdialled numberdialed diallednumber dialednumber destination destinationnumber',
      ),
      ...phone,
    ],
    calledName: words(
      'namatujuan namayangdihubungi yangdihubungi namapenerima penerima personcalled calledname calledperson contactname namakontak',
    ),
    relation,
    duration: words(
      'durasi durasidetik durasimenit lama lamabicara lamamenit lamadetik duration durationseconds durationsec durations durationminutes seconds minutes length detik menit',
    ),
    unit,
    inmateName: [...inmateName, ...words('penelepon namapenelepon pemanggil caller callername nama name')],
    registrationNumber,
    cell,
    note,
  },
  finds: {
    rowNumber,
    date: [
      ...words(
        'tgltemuan tanggaltemuan tglrazia tanggalrazia tglpenggeledahan dateoffind finddate datefound searchdate',
      ),
      ...date,
    ],
    time,
    item: words(
      'barangtemuan jenistemuan temuan hasiltemuan barangditemukan barangbukti jenisbarangbukti barangterlarang jenisbarang namabarang barang contraband contrabandtype itemfound founditem item find found type jenis description uraian',
    ),
    quantity,
    unit,
    cell: [...cell, 'bloktkp', 'blokkamartkp'],
    place: words('lokasi tempat tempattemuan lokasitemuan tkp place location wherefound placefound'),
    inmateName: [...inmateName, 'tersangka', 'terduga', 'nama', 'name'],
    registrationNumber,
    finder: words('petugas namapetugas penemu ditemukanoleh officer foundby finder'),
    note,
  },
  moves: {
    rowNumber,
    date: [
      ...words('tglpindah tanggalpindah tglmutasi tanggalmutasi dateofmove movedate datemoved transferdate'),
      ...date,
    ],
    time,
    inmateName: [...inmateName, 'nama', 'name', 'namalengkap', 'fullname'],
    registrationNumber,
    toCell: words(
      'kekamar keblok keblokkamar kesel kamarbaru blokbaru blokkamarbaru kamartujuan bloktujuan blokkamartujuan tujuan ke tocell toroom toblock newcell newroom newblock destination to',
    ),
    cell: [
      ...words(
        'darikamar dariblok dariblokkamar darisel kamarlama bloklama blokkamarlama kamarasal blokasal blokkamarasal asal dari fromcell fromroom fromblock oldcell oldroom previouscell previousroom from',
      ),
      ...cell,
    ],
    reason: words('alasan alasanpindah alasanmutasi sebab reason cause'),
    note,
  },
};

export const eventHeadingWords: Readonly<Record<EventKind, HeadingWords>> = {
  goods: {
    ...dateWords,
    item: /titipan|barang|goods|item/,
    quantity: /^(?:jumlah|jml|berat|qty|weight|quantity|banyak)/,
    visitorName: /^(?:nama)?.*(?:pengirim|penitip|pengantar|pengunjung|sender|depositor)/,
    nationalId: /nik|ktp|identitas|^id(?:no|number|card)/,
    phone: /hp|telp|telepon|handphone|whatsapp|^nowa$|phone|mobile/,
    address: /alamat|address/,
    relation: /^(?:status)?hub|^relation/,
    registrationNumber: inmateWords.registrationNumber,
    cell: /blok|kamar|^kmr|^cell|^room/,
    inmateName: inmateWords.inmateName,
  },
  calls: {
    ...dateWords,
    number:
      /^(?!.*(?:blok|kamar|sel|cell|nama|name)).*(?:tujuan|dihubungi|dial|called|destination|(?:no|nomor).*(?:hp|telp|telepon))/,
    duration: /durasi|lama|duration|menit|detik|minutes|seconds/,
    relation: /^(?:status)?hub|^relation/,
    registrationNumber: inmateWords.registrationNumber,
    cell: /blok|kamar|^kmr|^cell|^room/,
    inmateName: inmateWords.inmateName,
  },
  finds: {
    ...dateWords,
    item: /temuan|ditemukan|contraband|barang|found/,
    quantity: /^(?:jumlah|jml|berat|qty|weight|quantity|banyak)/,
    registrationNumber: inmateWords.registrationNumber,
    cell: /blok|kamar|^kmr|^cell|^room/,
    place: /lokasi|tempat|place|location/,
    inmateName: inmateWords.inmateName,
    finder: /petugas|officer/,
  },
  moves: {
    ...dateWords,
    toCell: /(?:baru|tujuan|^ke|^new|^to|sesudah|setelah).*|(?:new|after)$/,
    cell: /(?:lama|asal|^dari|^old|^from|^previous|semula|sebelum).*/,
    registrationNumber: inmateWords.registrationNumber,
    inmateName: inmateWords.inmateName,
    reason: /alasan|reason/,
  },
};

export const staffHeadingNames: HeadingNames = {
  rowNumber,
  name: words(
    'namapegawai namapetugas nama namalengkap pegawai petugas name fullname staffname employeename officername employee staff',
  ),
  employeeNumber: words(
    'nip nipnrp nrp nomorindukpegawai nopegawai idpegawai employeenumber employeeno employeeid staffno staffnumber staffid payrollnumber',
  ),
  position: words('jabatan pangkatjabatan posisi tugas position jobtitle title rank post pangkat'),
  unit: words('unit unitkerja bagian seksi regu bidang section team department division shift'),
  nationalId: ['nik', 'noktp', 'ktp', 'nationalid'],
  phone,
  address: ['alamat', 'alamatrumah', 'address', 'homeaddress'],
};

export const staffHeadingWords: HeadingWords = {
  name: /^nama.*(?:pegawai|petugas|lengkap)/,
  employeeNumber: /nip|pegawai.*(?:no|id)|employee.*(?:no|id)/,
  position: /jabatan|position|pangkat/,
  unit: /unit|regu|seksi|bagian/,
  nationalId: /^(?:no|nomor)?(?:nik|ktp)/,
  phone: /hp$|telp|telepon|handphone|whatsapp|^nowa$|phone|mobile/,
  address: /alamat|address/,
};
