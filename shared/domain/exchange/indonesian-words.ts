/**
 * 256 words for reading a fingerprint aloud in Indonesian, one for each byte. Four to eight letters; no two begin with the
 * same four, and two with the same first letter differ in three letters at least. The order is part of the format.
 */
const words = `
abadi acara ahli ajaib alam almari ampuh anggrek angin apel arang arsip arus atlet ayunan badak bahasa baling
bambu bandeng bangku bantal baskom bedug bekal belalang benang berlian biola biru bisnis bongkar botol buah
budaya bukit bunga burung busur cabai cacing cahaya cangkir cemara cerdas cicak cincin cokelat contoh cuaca
cumi curah dadu daerah daging dahan delima dendang desa diam domba dongeng dorong durian ekor elang emas
embun encer engsel fajar fakta famili festival filsuf fokus foto gabus gading gajah gambar ganda gelas gempa
gerobak gigi gitar gunung guru habis hadiah halaman hangat harimau hawa helai herbal hias hidup hikmah hitung
hormat hotel hujan huruf ijazah ikan iklim ilmu imbang indah irama isyarat itik jagung jahit jalan janji
jembatan jendela jeruk jinak juara jujur jumlah kabel kaca kaleng kamus kancil kedai kelapa kelinci kerbau
kilat kirim komputer kopi kucing kumbang kursi labu ladang langit laron lebah legenda lemari lengkap lereng
lilin lintah logam lompat lukis lumbung magnet mahkota majalah makan mandi mangga martil meja melati menara
mesin minyak mitra mobil monyet motor mudah murid mutiara nakhoda nelayan niat nomor obat ongkos pabrik padi
pagar panen payung pedang pena perahu pesawat pikir pintu piring pohon pondok potret puisi pulau putih radio
ragam rambut ranting rekan remaja rempah resep rimba ringan roda ruang sabar sagu sahabat sarung sedap sejuk
senja sepatu sepeda sikat simpul sirih stasiun sungai tabung tajam tali tebu tegak telepon tenda terang tidur
tokoh tomat trompet tumbuh tunas turun udang ukir umpan unta upacara urat usaha waktu wangi warna wayang
wisata yakin zaitun zaman zebra
`;

export const indonesianWords: readonly string[] = words.trim().split(/\s+/);
