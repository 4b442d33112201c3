# Finds a JDK from 21 up and exports JAVA_HOME. Sourced by ./mvnw and ./auditorium, which set $me to their names.
die() { echo "$me: $*" >&2; exit 1; }
major() { # the feature release of the JDK in folder $1; 0 if that is no JDK
  [ -x "$1/bin/javac" ] || { echo 0; return; }
  v=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null) || v=
  [ -n "$v" ] || v=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  echo "${v:-0}"
}
jdk_on_path() { # follows links: /usr/bin/javac → its JDK
  j=$(command -v javac) || return 0
  while [ -L "$j" ]; do l=$(readlink "$j"); case $l in /*) j=$l ;; *) j=$(dirname "$j")/$l ;; esac; done
  (cd "$(dirname "$j")/.." && pwd)
}
find_jdk() { # the caller's choice, else the newest of the usual folders
  for d in "${JAVA_HOME:-}" "$(jdk_on_path)"; do
    if [ -n "$d" ] && [ "$(major "$d")" -ge 21 ]; then echo "$d"; return; fi
  done
  best=20
  for d in /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/*jdk* \
           /Library/Java/JavaVirtualMachines/*/Contents/Home "$(/usr/libexec/java_home -v 21+ 2>/dev/null || :)"; do
    v=$(major "$d"); if [ "$v" -gt "$best" ]; then best=$v; found=$d; fi
  done
  echo "${found:-}"
}
JAVA_HOME=$(find_jdk)
[ -n "$JAVA_HOME" ] || die "needs a JDK from 21 up; set JAVA_HOME to one (25 is what we test with)"
export JAVA_HOME
