// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslCertificate>
#include <QSslKey>

namespace heliograph::test {

/// The certificate of every test server (127.0.0.1, localhost; its own authority), from tests/data/tls.
[[nodiscard]] QSslCertificate testCertificate();
[[nodiscard]] QSslKey testKey();

}  // namespace heliograph::test
