/** What kernels import: the bits that pictures.mts returns. */
export declare const pictures: StaticArray<u8>;
