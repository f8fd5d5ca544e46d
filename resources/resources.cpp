// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The files beside this one become part of the program; see CMakeLists.txt.
