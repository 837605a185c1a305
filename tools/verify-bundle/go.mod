module paizhao/verify-bundle

go 1.23
