// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace heliograph::net {

/// Whether there is a way to a keyring at all. Without this look, libdbus may start a session bus of its own, which
/// nobody stops. Always true where keyrings aren't reached over D-Bus.
[[nodiscard]] bool hasKeyringBus();

/// Whether the keyring that is used by default is locked (Secret Service specification, "Collection.Locked"). A locked
/// keyring whose prompt can't be shown says of everything that it isn't there.
[[nodiscard]] bool isKeyringLocked();

}  // namespace heliograph::net
